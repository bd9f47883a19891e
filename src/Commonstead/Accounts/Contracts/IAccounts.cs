using Commonstead.Platform.Operations;

namespace Commonstead.Accounts;

/// <summary>What other capabilities may ask about accounts.</summary>
public interface IAccounts
{
    /// <summary>
    /// The names of those who acted, by the key the audit trail gives them; "Operator" and "The program" for work at
    /// the command line and in the background.
    /// </summary>
    Task<IReadOnlyDictionary<string, string>> Names(IReadOnlyCollection<string> actors);

    /// <summary>The names of all who can stand in the audit trail, by the key it gives them.</summary>
    Task<IReadOnlyDictionary<string, string>> AllNames();

    /// <summary>
    /// Who an account is today, for addresses that stand for it without a sign-in; null once it is closed.
    /// </summary>
    /// <param name="key">The account's key in the audit trail.</param>
    Task<Actor?> ActorOf(string key);

    /// <summary>The open accounts of those who work for the trust today, by name: every role but leaseholder
    /// and member.</summary>
    Task<IReadOnlyList<AccountName>> Working();
}

/// <summary>An account as a choice.</summary>
/// <param name="Key">Its key in the audit trail.</param>
/// <param name="Name">The name others see.</param>
public sealed record AccountName(string Key, string Name);
