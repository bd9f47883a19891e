using System.Security.Cryptography;
using System.Text;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Accounts;

/// <summary>The codes that let someone in who lost password and passkey: ten, each good once, kept as hashes.</summary>
public sealed class RecoveryCodes(TrustDb db)
{
    /// <summary>How many are made at once.</summary>
    public const int Count = 10;

    private const string Provider = "recovery";

    /// <summary>How many of an account's codes are left.</summary>
    public Task<int> Left(Guid account) => db.Set<AccountToken>()
        .CountAsync(t => t.UserId == account && t.LoginProvider == Provider);

    /// <summary>Makes new codes for an account; the old ones are good for nothing any more.</summary>
    internal async Task<IReadOnlyList<string>> Make(Guid account)
    {
        await Forget(account);
        var codes = Enumerable.Range(0, Count).Select(_ => Secrets.Readable(groups: 4)).ToList();
        db.AddRange(codes.Select(code => new AccountToken
        {
            UserId = account,
            LoginProvider = Provider,
            Name = Hash(code),
        }));
        return codes;
    }

    /// <summary>Removes every code of an account.</summary>
    internal async Task Forget(Guid account) => db.RemoveRange(await db.Set<AccountToken>()
        .Where(t => t.UserId == account && t.LoginProvider == Provider).ToListAsync());

    /// <summary>Uses up a code.</summary>
    /// <returns>False when it is not one of the account's codes, or was used before.</returns>
    internal async Task<bool> UseUp(Account account, string typed)
    {
        var hash = Hash(typed);
        var code = await db.Set<AccountToken>().FirstOrDefaultAsync(
            t => t.UserId == account.Id && t.LoginProvider == Provider && t.Name == hash);
        if (code is null) return false;
        db.Remove(code);
        return true;
    }

    // A code has 78 random bits, so that a plain hash of it cannot be searched through.
    private static string Hash(string code) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(new string([.. code.ToLowerInvariant().Where(char.IsLetterOrDigit)]))));
}

/// <summary>Makes secrets that people read off a page and type in.</summary>
internal static class Secrets
{
    // Without letters and digits that look alike.
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Groups of four letters and digits with hyphens between; almost 20 random bits each.</summary>
    public static string Readable(int groups) => string.Join(
        '-', Enumerable.Range(0, groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, 4)));
}
