using FsCheck;
using FsCheck.Fluent;

namespace Commonstead.Core.Tests;

public class SecretSharesTests
{
    [Fact]
    public void Combine_OfAnySoManySharesGivesTheSecretBack() => Prop.ForAll(
        (from secret in Gen.ArrayOf(Gen.Choose(0, 255).Select(b => (byte)b)).Where(s => s.Length > 0)
         from shares in Gen.Choose(1, 9)
         from needed in Gen.Choose(1, shares)
         from random in Gen.ArrayOf(Gen.Choose(0, 255).Select(b => (byte)b), secret.Length * (needed - 1))
         from order in Gen.Shuffle(Enumerable.Range(0, shares).ToArray())
         from more in Gen.Choose(0, shares - needed)
         select (secret, needed, shares, random, order, more)).ToArbitrary(), given =>
        {
            var all = SecretShares.Split(given.secret, given.needed, given.shares, given.random);
            var some = given.order.Take(given.needed + given.more).Select(i => all[i]).ToList();
            Assert.Equal(given.secret, SecretShares.Combine(some));
        }).QuickCheckThrowOnFailure();

    // 0x57 × 0x83 = 0xc1 in the field of AES (FIPS 197, section 4.2): the line through 0 of slope 0x57, at 0x83.
    [Fact]
    public void Split_CalculatesInTheFieldOfAes() =>
        Assert.Equal([0xc1], SecretShares.Split([0], 2, 0x83, [0x57])[0x82].Value);

    [Fact]
    public void Shares_FewerThanNeededFitEverySecret()
    {
        // For one of two shares there is a second for each possible secret: the one alone says nothing.
        var known = SecretShares.Split([42], 2, 2, [7])[0];
        var secrets = Enumerable.Range(0, 256)
            .Select(b => SecretShares.Combine([known, new SecretShare(2, [(byte)b])])[0]);
        Assert.Equal(256, secrets.Distinct().Count());
    }

    [Fact]
    public void Combine_RefusesWhatAreNoSharesOfOneSecret()
    {
        Assert.Throws<ArgumentException>(() => SecretShares.Combine([]));
        Assert.Throws<ArgumentException>(() => SecretShares.Combine([new(1, [1]), new(1, [2])]));
        Assert.Throws<ArgumentException>(() => SecretShares.Combine([new(1, [1]), new(2, [2, 3])]));
        Assert.Throws<ArgumentException>(() => SecretShares.Combine([new(0, [1])]));
    }

    [Fact]
    public void Split_RefusesWhatCannotBeDivided()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SecretShares.Split([], 1, 1, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => SecretShares.Split([1], 0, 1, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => SecretShares.Split([1], 3, 2, [1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SecretShares.Split([1], 2, 256, [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SecretShares.Split([1], 2, 2, []));
    }
}
