using Commonstead.People;

namespace Commonstead.Members;

/// <summary>That somebody's own membership ended.</summary>
/// <param name="Member">The membership.</param>
/// <param name="Person">Whose it was.</param>
/// <param name="On">The day from which they are no member.</param>
public sealed record MembershipEnded(MemberId Member, PersonId Person, DateOnly On);
