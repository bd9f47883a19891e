using Commonstead.People;
using Commonstead.Platform.Documents;
using Commonstead.Platform.Web;

namespace Commonstead.Leases;

/// <summary>Tells what happened to a lease, by date: its own records and what other capabilities add.</summary>
internal static class LeaseStory
{
    /// <summary>The whole story, the latest first.</summary>
    public static async Task<IReadOnlyList<StoryEntry>> Tell(
        LeaseView view, DocumentList documents, IEnumerable<ILeaseStory> others)
    {
        var all = new List<StoryEntry>();
        all.AddRange(documents.Documents.SelectMany(d => OfDocument(view, d)));
        all.AddRange(OfLease(view.Lease));
        all.AddRange(OfHolders(view));
        all.AddRange(view.Parts.Fees.Skip(1).Select(f => Entry(
            f.From, "Lease fee", "The lease fee became {0} {1}", f.Amount, f.Frequency)));
        all.AddRange(OfFacts(view));
        all.AddRange(OfHistory(view));
        foreach (var other in others) all.AddRange(await other.Of(view.Lease.Id));
        return [.. all.OrderByDescending(e => e.Date)];
    }

    private static IEnumerable<StoryEntry> OfLease(Lease lease)
    {
        yield return Entry(lease.StartsOn, "Lease", "Lease {0} began", lease.Number);
        if (lease.Standing == LeaseStanding.Void)
            yield return Entry(lease.EndedOn ?? lease.StartsOn, "Lease", "The lease was declared void: {0}",
                lease.EndNote ?? "");
        else if (lease.EndedOn is { } ended)
        {
            yield return lease.EndNote is { Length: > 0 } note
                ? Entry(ended, "Lease", "The lease ended: {0}. {1}", lease.EndReason!, note)
                : Entry(ended, "Lease", "The lease ended: {0}", lease.EndReason!);
        }
    }

    private static IEnumerable<StoryEntry> OfHolders(LeaseView view)
    {
        foreach (var holding in view.Parts.Holdings)
        {
            var name = view.NameOf(holding.Person);
            yield return holding.Reason is { } reason
                ? Entry(holding.From, "Leaseholder", "{0} became leaseholder: {1}", name, reason)
                : Entry(holding.From, "Leaseholder", "{0} became leaseholder", name);
            if (holding.Until is { } until)
                yield return Entry(until, "Leaseholder", "{0} ceased to be leaseholder after this day", name);
        }
    }

    private static IEnumerable<StoryEntry> OfFacts(LeaseView view) => view.Parts.Facts.Select(f => f.Text is { } text
        ? Entry(view.DayOf(f.LearnedAt), "Fact", "Recorded: {0} is {1}, from {2}", view.LabelOf(f.Name),
            view.ValueOf(f.Name, text), f.HoldsFrom)
        : Entry(view.DayOf(f.LearnedAt), "Fact", "Recorded: {0} is not known", view.LabelOf(f.Name)));

    private static IEnumerable<StoryEntry> OfHistory(LeaseView view)
    {
        var history = view.History;
        return
        [
            .. history.Corrections.SelectMany(c => OfCorrection(view, c)),
            .. history.Mortgages.SelectMany(OfMortgage),
            .. history.Improvements.SelectMany(OfImprovement),
            .. history.Notices.Select(n => Entry(n.On, "Notice", "{0}, {1}: {2}", n.Direction, n.Kind, n.Summary)),
            .. history.Renewals.Select(r => Entry(
                r.NoticeOn, "Renewal", "The term was renewed to {0}; it would have ended on {1}", r.NewEndsOn,
                    r.OldEndsOn)),
            .. history.Defaults.SelectMany(OfDefault),
            .. history.Purchases.Where(p => p.SupersededBy is null).Select(p => Entry(
                p.On, "Purchase", "The home was bought for {0}; with costs {1} was paid", p.Price, p.Due)),
            .. history.Transfers.SelectMany(t => OfTransfer(view, t)),
            .. history.Subsidies.SelectMany(s => OfSubsidy(s, view.SourceOf(s))),
        ];
    }

    private static IEnumerable<StoryEntry> OfCorrection(LeaseView view, Correction correction)
    {
        var subject = correction.Fact is null ? correction.Subject : view.LabelOf(correction.Subject);
        yield return Entry(
            view.DayOf(correction.ProposedAt), "Correction", "{0} proposed to correct {1}: {2}",
            correction.ProposedByName, subject, correction.Reason);
        if (correction is { DecidedAt: { } at, DecidedByName: { } by })
        {
            yield return Entry(view.DayOf(at), "Correction",
                correction.State == CorrectionState.Approved ? "{0} approved the correction of {1}"
                    : "{0} declined to correct {1}",
                by, subject);
        }
    }

    private static IEnumerable<StoryEntry> OfMortgage(Mortgage mortgage)
    {
        yield return Entry(
            mortgage.MadeOn, "Mortgage", "A mortgage of {0} from {1} was permitted", mortgage.Amount, mortgage.Lender);
        if (mortgage.ReleasedOn is { } released)
            yield return Entry(released, "Mortgage", "The mortgage from {0} was released", mortgage.Lender);
    }

    private static IEnumerable<StoryEntry> OfDefault(DefaultNotice notice)
    {
        yield return notice.OptionUntil is { } option
            ? Entry(notice.ReceivedOn, "Default", "{0}, to be cured by {1}, the trust's option until {2}: {3}",
                notice.Kind, notice.CureUntil, option, notice.Summary)
            : Entry(notice.ReceivedOn, "Default", "{0}, to be cured by {1}: {2}", notice.Kind, notice.CureUntil,
                notice.Summary);
        if (notice is { Outcome: { } outcome, ResolvedOn: { } on })
            yield return Entry(on, "Default", "The default was resolved: {0}. {1}", outcome,
                notice.ResolutionNote ?? "");
    }

    private static IEnumerable<StoryEntry> OfTransfer(LeaseView view, Transfer transfer)
    {
        var link = view.IsStaff ? $"/leases/{transfer.Lease}/transfers/{transfer.Id}" : null;
        yield return Entry(transfer.HappenedOn, "Transfer", "Transfer without a sale: {0}. {1}", transfer.Kind,
            transfer.Note) with
        { Link = link };
        foreach (var step in transfer.Steps.Where(s => s is { State: TransferStepState.Done, SettledOn: not null }))
            yield return Entry(step.SettledOn!.Value, "Transfer", "{0}: done", step.Kind) with { Link = link };
        if (transfer is { State: TransferState.Completed, TakesEffectOn: { } on })
        {
            yield return (transfer.Price is { } price
                ? Entry(on, "Transfer", "The transfer took effect at a price of {0}, as {1} asks", price,
                    transfer.PriceArticle ?? "")
                : Entry(on, "Transfer", "The transfer took effect, without a price")) with
            { Link = link };
        }

        if (transfer is { State: TransferState.CalledOff, EndedOn: { } ended })
            yield return Entry(ended, "Transfer", "The transfer was called off: {0}", transfer.EndNote ?? "")
                with
            { Link = link };
    }

    private static IEnumerable<StoryEntry> OfDocument(LeaseView view, Document document)
    {
        var link = $"/documents/{document.Id}";
        yield return Entry(view.DayOf(document.AddedAt), "Document", "Document added: {0}", document.Title)
            with
        { Link = link };
        if (document.WithdrawnOn is { } withdrawn)
            yield return Entry(withdrawn, "Document", "Document withdrawn: {0}. {1}", document.Title,
                document.WithdrawnBecause ?? "") with
            { Link = link };
    }

    private static IEnumerable<StoryEntry> OfSubsidy(Subsidy subsidy, string source)
    {
        yield return Entry(subsidy.On, "Subsidy", "{0} put {1} into the home: {2}", source, subsidy.Amount,
            subsidy.Form);
        if (subsidy.EndedOn is { } ended)
            yield return Entry(ended, "Subsidy", "The subsidy of {0} ended: {1}", source, subsidy.EndNote ?? "");
    }

    private static IEnumerable<StoryEntry> OfImprovement(Improvement works)
    {
        yield return Entry(works.NoticeOn, "Improvement", "Notice of works: {0}", works.Description);
        if (works.DecidedOn is { } decided)
        {
            yield return Entry(decided, "Improvement",
                works.Stage == ImprovementStage.Declined ? "The trust declined the works: {0}"
                    : "The trust approved the works: {0}",
                works.Description);
        }

        if (works.CompletedOn is { } completed)
        {
            yield return works.CreditedValue is { } credited
                ? Entry(completed, "Improvement", "The works were finished and {0} is credited: {1}", credited,
                    works.Description)
                : Entry(completed, "Improvement", "The works were finished: {0}", works.Description);
        }
    }

    private static StoryEntry Entry(DateOnly date, string kind, string text, params IReadOnlyList<object> figures) =>
        new(date, kind, new Sentence(text, figures));
}
