using Commonstead.Members;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Ballots;

/// <summary>The roll as returning officers keep it: marks for papers, and codes for whoever cannot sign in.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class BallotRollModel(
    OperationRunner runner, MarkPaperVoter mark, IssueVotingCode issue, PaperRoom room, ServerOptions options,
    Acting acting) : PageModel
{
    /// <summary>The ballot.</summary>
    public Ballot Ballot { get; private set; } = null!;

    /// <summary>The page of the roll asked for.</summary>
    public ListingPage Listing { get; private set; } = null!;

    /// <summary>The entries on it.</summary>
    internal IReadOnlyList<EntryOnRoll> Shown { get; private set; } = [];

    /// <summary>True once a paper was entered, so that the roll is not marked any more.</summary>
    public bool HasPapers { get; private set; }

    /// <summary>Entries marked as having voted on paper.</summary>
    public int PaperVoters { get; private set; }

    /// <summary>A code just made.</summary>
    public string? Code { get; private set; }

    /// <summary>Whose it is.</summary>
    public string? CodeOf { get; private set; }

    /// <summary>Where it is used.</summary>
    public string VoteAt => (options.PublicAddress ?? $"{Request.Scheme}://{Request.Host}") + "/vote";

    /// <summary>Until when.</summary>
    public string Closes => Ballot.ClosesAt.ToReader(acting.Profile.Zone, acting.Profile.Culture);

    /// <summary>True while papers are taken online.</summary>
    public bool TakesPapers => Ballot.TakesPapers(acting.Now);

    /// <summary>True while the reader can do something about entries.</summary>
    public bool CanAct => !HasPapers || TakesPapers;

    /// <summary>The address of what a button does, on the same page of the roll.</summary>
    /// <param name="handler">What it does.</param>
    /// <param name="mistake">For a mark: true to take it back.</param>
    public string Does(string handler, bool mistake = false) =>
        Listing.Query.With(("handler", handler), ("mistake", mistake ? "true" : ""));

    /// <summary>Shows the roll.</summary>
    public async Task<IActionResult> OnGetAsync(BallotId id) => await Load(id) ? Page() : NotFound();

    /// <summary>Marks an entry, or takes the mark back.</summary>
    public async Task<IActionResult> OnPostMarkAsync(BallotId id, RollEntryId entry, bool mistake = false)
    {
        var outcome = await runner.Run(
            mark, new MarkPaperVoterInput { Ballot = id, Entry = entry, IsMistake = mistake });
        var isDone = this.Accepts(outcome);
        if (!await Load(id)) return NotFound();
        return isDone ? Redirect(Listing.Query.With(("handler", ""), ("mistake", ""))) : Page();
    }

    /// <summary>Makes a code and shows it, this once.</summary>
    public async Task<IActionResult> OnPostCodeAsync(BallotId id, RollEntryId entry)
    {
        var outcome = await runner.Run(issue, new IssueVotingCodeInput { Ballot = id, Entry = entry });
        var isDone = this.Accepts(outcome);
        if (!await Load(id)) return NotFound();
        if (!isDone) return Page();
        (Code, CodeOf) = (outcome.Value.Code, await room.VoterOf(Ballot, entry));
        return Page();
    }

    private async Task<bool> Load(BallotId id)
    {
        if (await room.Ballot(id) is not { State: BallotState.Open } ballot) return false;
        Ballot = ballot;
        (PaperVoters, HasPapers) = (await room.PaperVoters(id), await room.HasPapers(id));
        var query = ListingQuery.From(Request);
        Listing = await Columns().Read(await room.Roll(ballot, query.Search), query);
        return true;
    }

    private Listing<MemberName> Columns() => Listing<MemberName>.Of("Who has voted", m => m.Id)
        .Column("Member", "name", m => m.SortName, m => m.Name)
        .SortedAtFirst("name")
        .Learn(async shown => Shown = await room.Entries(Ballot, shown));
}
