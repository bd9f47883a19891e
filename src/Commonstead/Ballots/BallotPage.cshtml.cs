using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Members;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Ballots;

/// <summary>A ballot: what is asked, how far it has come, and its result with the count.</summary>
public sealed class BallotPageModel(
    BallotRegister ballots, BallotSubjects subjects, IAccounts accounts, IMembers members,
    BallotOpening opening, BallotsWithoutResult without, Acting acting) : PageModel
{
    /// <summary>The ballot.</summary>
    public Ballot Ballot { get; private set; } = null!;

    /// <summary>The reader's entries on its roll.</summary>
    public IReadOnlyList<OwnEntry> Entries { get; private set; } = [];

    /// <summary>Its returning officers.</summary>
    public IReadOnlyList<AccountName> Officers { get; private set; } = [];

    /// <summary>The class that votes; null for all members.</summary>
    public string? VotingClass { get; private set; }

    /// <summary>How many took part so far, or in all.</summary>
    public int TookPart { get; private set; }

    /// <summary>The declared result.</summary>
    public CountReport? Result { get; private set; }

    /// <summary>What came of it since.</summary>
    public IReadOnlyList<SinceDeclared> Since { get; private set; } = [];

    /// <summary>Papers that came on paper and were not counted.</summary>
    public IReadOnlyList<PublishedSetAside> SetAside { get; private set; } = [];

    /// <summary>The counts before the declaration; none when it was counted once.</summary>
    public IReadOnlyList<PublishedRecount> Counts { get; private set; } = [];

    /// <summary>How it is counted.</summary>
    public Sentence Method => MethodOf(Ballot.CountingRule);

    /// <summary>What it is held on, and its page; null for a question of its own.</summary>
    public (string Name, string Page)? Subject => subjects.Of(Ballot);

    /// <summary>How a rule counts, in words.</summary>
    internal static Sentence MethodOf(CountingRule rule) => rule switch
    {
        YesNoVote vote => new Sentence("{0} {1}", vote.Threshold.ToReader(), new Sentence(vote.Of.ToReader())),
        ScottishStv => new Sentence("Scottish single transferable vote"),
        MeekStv => new Sentence("Meek’s single transferable vote"),
        InstantRunoff => new Sentence("Instant run-off"),
        ApprovalVote => new Sentence("Approval: the most marks"),
        _ => new Sentence("Score: the most points"),
    };

    /// <summary>How it stands.</summary>
    public Status Stands => BallotListModel.Stands(Ballot.State, Ballot.ClosesAt, acting.Now);

    /// <summary>True while papers are taken.</summary>
    public bool TakesPapers => Ballot.TakesPapers(acting.Now);

    /// <summary>Why it is not open although its hour has come, for whoever runs it; null when it is, or nothing
    /// stands in the way.</summary>
    public Refusal? WhyNotOpen { get; private set; }

    /// <summary>True when its hour has come and it is not open, for whoever runs it.</summary>
    public bool IsOverdue => acting.Actor.May(BallotPermission.Run) && acting.Now >= Ballot.OpensAt
        && Ballot.State is BallotState.Draft or BallotState.Sealed;

    /// <summary>True when the reader can call it off.</summary>
    public bool MayBeCalledOff { get; private set; }

    /// <summary>True for its returning officers.</summary>
    public bool IsOfficer => Ballot.IsOfficer(acting.Actor);

    /// <summary>Shows the ballot.</summary>
    public async Task<IActionResult> OnGetAsync(BallotId id)
    {
        if (await ballots.Ballot(id) is not { } ballot) return NotFound();
        Ballot = ballot;
        if (IsOverdue && await opening.Roll(ballot) is { IsDone: false } refused) WhyNotOpen = refused.Refusals[0];
        MayBeCalledOff = acting.Actor.May(BallotPermission.Run) && await without.MayBeCalledOff(ballot);
        if (TakesPapers) Entries = await ballots.OwnEntries(id);
        var names = await accounts.Names([.. ballot.Holders.Select(h => h.Account)]);
        Officers = [.. ballot.Holders.OrderBy(h => h.Share)
            .Select(h => new AccountName(h.Account, names.GetValueOrDefault(h.Account, h.Account)))];
        if (ballot.Classes.Length > 0)
        {
            VotingClass = (await members.ClassesOn(acting.Today)).FirstOrDefault(c => c.Code == ballot.Classes)?.Name
                ?? ballot.Classes;
        }

        TookPart = ballot.Participants ?? await ballots.Turnout(id);
        if (await ballots.Bundle(ballot) is { } text)
        {
            var bundle = BallotBundle.Read(text);
            (Result, SetAside, Counts) = (bundle.Result, bundle.SetAside ?? [], bundle.Counts ?? []);
            Since = await subjects.Since(ballot);
        }

        return Page();
    }
}
