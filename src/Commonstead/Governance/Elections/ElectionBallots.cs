using Commonstead.Ballots;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Governance;

/// <summary>
/// A contested election is a subject of a ballot of the class that elects; whoever the count elects is seated as the
/// result is declared.
/// </summary>
internal sealed class ElectionBallots(TrustDb db, ElectionBook book) : IGivesBallotSubjects, IHandles<BallotDeclared>
{
    /// <summary>The kind, as ballots keep it.</summary>
    public const string KindCode = "election";

    /// <inheritdoc/>
    public string Kind => KindCode;

    /// <inheritdoc/>
    public string Name => "Election";

    /// <inheritdoc/>
    public string PageOf(Guid subject) => $"/elections/{new ElectionId(subject)}";

    /// <inheritdoc/>
    public async Task<Outcome<BallotSubject>> Asked(Guid subject, string voters)
    {
        var election = await db.Set<Election>().AsNoTracking().Include(e => e.Nominations)
            .FirstOrDefaultAsync(e => e.Id == new ElectionId(subject));
        if (election is null) return CommonRefusal.NotFound;
        if (election.State is not ElectionState.Poll) return new Refusal(ElectionRefusal.NotNow, election.State);
        var candidates = OnPaper(election);
        return new BallotSubject
        {
            Title = election.Title,
            Question = string.Join(
                "\n", candidates.Where(c => c.Statement.Length > 0).Select(c => $"{c.Name}: {c.Statement}")),
            Rule = election.Method is ElectionMethod.Meek ? new MeekStv() : new ScottishStv(),
            Seats = election.Seats,
            Voters = election.Voters,
            Choices = candidates.ConvertAll(c => c.Name),
        };
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Refusal>> Handle(BallotDeclared happened)
    {
        if (happened.Kind != Kind) return [];
        var found = await book.At(new ElectionId(happened.Subject), ElectionState.Poll);
        if (!found.IsDone) return found.Refusals;
        var candidates = OnPaper(found.Value);
        var elected = happened.Count.Elected.Select(number => candidates[number]).ToList();
        return await book.Declare(found.Value, elected) is { } refusal ? [refusal] : [];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SinceDeclared>> Since(Guid subject)
    {
        var id = new ElectionId(subject);
        var election = await db.Set<Election>().AsNoTracking().Include(e => e.Nominations).Include(e => e.CountedBack)
            .FirstOrDefaultAsync(e => e.Id == id);
        return election is null ? [] :
        [
            .. CountBackStory.Of(election).Select(s => new SinceDeclared(
                s.CountBack.On, s.Says, $"/elections/{id}#{CountBackStory.AnchorOf(s.CountBack)}")),
        ];
    }

    private static List<Nomination> OnPaper(Election election) =>
        [.. election.Nominations.Where(n => n.Place is not null).OrderBy(n => n.Place)];
}
