using Commonstead.Platform.Web;

namespace Commonstead.Platform.Operations;

/// <summary>Knows those who act: what they are called, and which roles may do what.</summary>
public interface IActors
{
    /// <summary>The names of those who acted, by the key the audit trail gives them.</summary>
    Task<IReadOnlyDictionary<string, string>> Names(IReadOnlyCollection<string> actors);

    /// <summary>The roles with a permission, such as “Steward or Board member”; null when none has it.</summary>
    Sentence? RolesWith(string permission);
}
