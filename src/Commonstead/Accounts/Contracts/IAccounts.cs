namespace Commonstead.Accounts;

/// <summary>What other capabilities may ask about accounts.</summary>
public interface IAccounts
{
    /// <summary>
    /// The names of those who acted, by the key the audit trail gives them; "Operator" and "The program" for work at the
    /// command line and in the background.
    /// </summary>
    Task<IReadOnlyDictionary<string, string>> Names(IReadOnlyCollection<string> actors);
}
