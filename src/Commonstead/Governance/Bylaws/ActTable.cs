using Commonstead.Core;
using Commonstead.Platform.Web;

namespace Commonstead.Governance;

/// <summary>A table of bylaws as a page shows it.</summary>
/// <param name="Table">The table.</param>
/// <param name="Bodies">What bodies and classes are called.</param>
/// <param name="Currency">The currency of its amounts.</param>
/// <param name="Edit">The address before an act's code where it is changed; null when it is not.</param>
public sealed record ActTable(
    BylawTable Table, IReadOnlyDictionary<string, string> Bodies, Currency Currency, string? Edit = null)
{
    /// <summary>The acts.</summary>
    public IReadOnlyList<ActRule> Acts => Table.Acts;

    /// <summary>An amount in the trust's currency.</summary>
    public string Amount(decimal amount) => Money.Of(amount, Currency).ToReader();

    /// <summary>Who has to be there, a line each.</summary>
    internal static IEnumerable<Sentence> QuorumOf(BodyRule body)
    {
        if (body.Quorum.Share is { } share) yield return share.ToReader();
        if (body.Quorum.AtLeast > 0) yield return new Sentence("At least {0}", body.Quorum.AtLeast);
        if (body.Quorum.EachClass) yield return new Sentence("Each class that has seats");
        if (body.Turnout is { } turnout) yield return new Sentence("Turnout: {0}", turnout.ToReader());
    }

    /// <summary>How seats are filled; the key of its translation.</summary>
    internal static string FillingOf(SeatFilling filling) => filling switch
    {
        SeatFilling.ElectedByClass => "elected by the class",
        SeatFilling.ElectedByMembers => "elected by all members",
        _ => "appointed by the board",
    };
}
