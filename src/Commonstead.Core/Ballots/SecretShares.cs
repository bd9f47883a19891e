namespace Commonstead.Core;

/// <summary>
/// Shamir's threshold scheme (How to Share a Secret, Communications of the ACM 22, 1979), byte by byte over the field
/// of 256 elements that AES uses (FIPS 197, section 4): any so many shares give the secret back, and fewer say nothing
/// of it, whatever computing power looks at them.
/// </summary>
public static class SecretShares
{
    /// <summary>The most shares of a secret: points other than zero in the field.</summary>
    public const int Most = 255;

    // Powers of the generator 3, and which power each element is; computed once.
    private static readonly byte[] _powers = Powers();
    private static readonly byte[] _logarithms = Logarithms();

    /// <summary>Divides a secret.</summary>
    /// <param name="secret">One byte or more.</param>
    /// <param name="needed">Shares that give it back, from 1 to <paramref name="shares"/>.</param>
    /// <param name="shares">Shares to make, up to <see cref="Most"/>.</param>
    /// <param name="random">Random bytes, <c>(needed - 1)</c> for each byte of the secret, used nowhere else.</param>
    /// <returns>Each share with its number, from 1.</returns>
    public static IReadOnlyList<SecretShare> Split(
        ReadOnlySpan<byte> secret, int needed, int shares, ReadOnlySpan<byte> random)
    {
        ArgumentOutOfRangeException.ThrowIfZero(secret.Length, nameof(secret));
        ArgumentOutOfRangeException.ThrowIfLessThan(needed, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(needed, shares);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(shares, Most);
        ArgumentOutOfRangeException.ThrowIfNotEqual(random.Length, secret.Length * (needed - 1), nameof(random));
        var made = new SecretShare[shares];
        for (var number = 1; number <= shares; number++)
        {
            var value = new byte[secret.Length];
            for (var i = 0; i < secret.Length; i++)
            {
                // The secret's byte is the polynomial's constant; Horner's rule from its highest coefficient.
                var sum = 0;
                for (var power = needed - 2; power >= 0; power--)
                    sum = Times(sum, number) ^ random[(i * (needed - 1)) + power];
                value[i] = (byte)(Times(sum, number) ^ secret[i]);
            }

            made[number - 1] = new SecretShare(number, value);
        }

        return made;
    }

    /// <summary>
    /// Puts a secret together. Too few shares, or a wrong one, give some other bytes: whoever divides a secret keeps
    /// something to know it by.
    /// </summary>
    /// <exception cref="ArgumentException">There is none, two have one number, or they differ in length.</exception>
    public static byte[] Combine(IReadOnlyList<SecretShare> shares)
    {
        if (shares.Count == 0) throw new ArgumentException("There is no share.", nameof(shares));
        if (shares.DistinctBy(s => s.Number).Count() < shares.Count)
            throw new ArgumentException("A share stands twice.", nameof(shares));
        if (shares.Any(s => s.Value.Count != shares[0].Value.Count || s.Number is < 1 or > Most))
            throw new ArgumentException("The shares are not of one secret.", nameof(shares));
        var secret = new byte[shares[0].Value.Count];
        foreach (var share in shares)
        {
            // Lagrange's weight of the share for the value at zero; to subtract is to add in this field.
            var weight = 1;
            foreach (var other in shares)
            {
                if (other.Number != share.Number)
                    weight = Times(weight, Divided(other.Number, other.Number ^ share.Number));
            }

            for (var i = 0; i < secret.Length; i++) secret[i] ^= (byte)Times(weight, share.Value[i]);
        }

        return secret;
    }

    private static int Times(int left, int right) => left == 0 || right == 0
        ? 0 : _powers[(_logarithms[left] + _logarithms[right]) % Most];

    private static int Divided(int left, int right) => left == 0
        ? 0 : _powers[(_logarithms[left] + Most - _logarithms[right]) % Most];

    private static byte[] Powers()
    {
        var powers = new byte[Most];
        var element = 1;
        for (var power = 0; power < Most; power++)
        {
            powers[power] = (byte)element;
            // Times 3 is times 2, reduced by AES's polynomial, plus times 1.
            var doubled = element << 1;
            element ^= (doubled & 0x100) == 0 ? doubled : doubled ^ 0x11b;
        }

        return powers;
    }

    private static byte[] Logarithms()
    {
        var logarithms = new byte[Most + 1];
        for (var power = 0; power < Most; power++) logarithms[_powers[power]] = (byte)power;
        return logarithms;
    }
}

/// <summary>One share of a secret.</summary>
/// <param name="Number">From 1 to 255, another for each share.</param>
/// <param name="Value">As many bytes as the secret has.</param>
public sealed record SecretShare(int Number, IReadOnlyList<byte> Value);
