using Commonstead.Ballots;
using Commonstead.Core;
using Commonstead.Governance;
using Commonstead.Land;
using Commonstead.Leases;
using Commonstead.Members;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Documents;
using Commonstead.Platform.Mail;
using Commonstead.Platform.Operations;
using Commonstead.Pricing;
using Commonstead.Resales;
using Commonstead.Tests.Accounts;
using Commonstead.Tests.Ballots;
using Commonstead.Tests.Governance;
using Commonstead.Tests.Lab;
using Commonstead.Tests.Land;
using Commonstead.Tests.Leases;
using Commonstead.Tests.Members;
using Commonstead.Tests.People;
using Commonstead.Tests.Platform.Mail;
using Commonstead.Tests.Resales;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Access;

/// <summary>
/// Makes the records that routes name. Add a line to <see cref="_makers"/> for a new kind of record: how to make one
/// that is the leaseholder's own, if there is such a thing, and one that is another's. A route with several places
/// takes their values in order, joined with a comma.
/// </summary>
public sealed class Samples(TrustHost host, PersonId leaseholder)
{
    private static readonly Dictionary<string, Func<Samples, Task<Sample>>> _makers = new()
    {
        ["person"] = async s => new(s.Leaseholder.ToString(), (await s.Host.AddPerson("Otto", "Other")).ToString()),
        ["member"] = async s => new(
            (await s.Host.NewMember(s.Leaseholder)).ToString(), (await s.Host.NewMember()).ToString()),
        ["message"] = async s => new(null, (await s.QueueMessage()).ToString("N")),
        ["application"] = async s => new(null, (await s.AskToJoin()).ToString()),
        ["member-body"] = async s => new(null, (await s.MemberBody()).ToString()),
        ["ballot"] = async s => new(null, (await s.OpenBallot()).ToString()),
        ["ballot-entry"] = async s => new(null, await s.BallotEntry()),
        ["resolution"] = async s => new(null, (await s.Host.Brings(ActCodes.Ordinary)).Value.ToString()),
        ["bylaws"] = async s => new(null, (await s.DraftOfBylaws()).ToString()),
        ["director"] = async s => new(null, (await s.SeatDirector()).ToString()),
        ["meeting"] = async s => new(null, (await s.CalledMeeting()).Id.ToString()),
        ["election"] = async s => new(null, (await s.ElectionUnderWay()).ToString()),
        ["meeting-motion"] = async s => new(null, await s.MotionOnAnAgenda()),
        ["household"] = async s => new(null, (await s.Host.AddHousehold(Unique("Sample"))).ToString()),
        ["organisation"] = async s => new(null, (await s.Host.AddOrganisation(Unique("Sample"))).ToString()),
        ["account"] = async s => new(
            null, RecordIds.Text((await s.Host.OpenAccount(Unique("sample") + "@example.org")).Value)),
        ["parcel"] = async s => new(null, (await s.Host.EnterParcel(Unique("Field"))).ToString()),
        ["home"] = async s => new(
            null, (await s.Host.EnterHome(Unique("S"), await s.Host.EnterParcel(Unique("Lot")))).ToString()),
        ["lease"] = async s => new(
            (await s.Host.NewLease(s.IsTheirs)).ToString(), (await s.Host.NewLease()).ToString()),
        ["rule"] = async s => new(null, await s.Host.TestRule()),
        ["rule-draft"] = async s => new(null, (await s.DraftOfARule()).ToString()),
        ["study"] = async s => new(null, (await s.Host.PublishedStudy()).ToString()),
        ["price"] = async s => new(
            (await (await s.Host.NewResale(s.IsTheirs)).ApprovePrice()).ToString(),
            (await (await s.Host.NewResale()).ApprovePrice()).ToString()),
        ["resale"] = async s => new(
            (await s.Host.NewResale(s.IsTheirs)).Id.ToString(), (await s.Host.NewResale()).Id.ToString()),
        ["encumbrance"] = async s => new(null, (await s.AddEncumbrance()).ToString()),
        ["document"] = async s => new(null, (await s.AttachDocument()).ToString()),
        ["parcel-document"] = async s => new(null, $"parcel,{await s.Host.EnterParcel(Unique("Field"))}"),
        ["correction"] = async s => new(null, (await s.ProposeCorrection()).ToString()),
        ["mortgage"] = async s => new(null, await s.PermitMortgage()),
        ["default"] = async s => new(null, await s.RecordDefault()),
        ["transfer"] = async s => new(null, await s.BeginTransfer()),
        ["transfer-step"] = async s => new(
            null, $"{await s.BeginTransfer()},{nameof(TransferStepKind.Request)}"),
        ["subsidy"] = async s => new(null, await s.RecordSubsidy()),
        ["works"] = async s => new(null, await s.RecordWorks()),
        ["closing"] = async s => new(await s.PrepareClosing(s.IsTheirs), await s.PrepareClosing(null)),
        ["resale-step"] = async s => new(
            $"{(await s.Host.NewResale(s.IsTheirs)).Id},{nameof(StepKind.Inspection)}",
            $"{(await s.Host.NewResale()).Id},{nameof(StepKind.Inspection)}"),
    };

    private readonly Dictionary<string, Sample> _made = [];

    private async Task<RuleDraftId> DraftOfARule() => (await Host.Does(
        (SaveRuleDraft o) => o, new SaveRuleDraftInput { Text = Unique("# Sample rule") })).Value;

    private async Task<BallotId> OpenBallot() => (await BallotCase.Opened(Host, voters: 1)).Id;

    private async Task<DirectorshipId> SeatDirector()
    {
        var input = new SeatDirectorInput
        {
            Person = await Host.NewPerson(),
            Class = "public",
            Basis = SeatBasis.Appointed,
            From = Host.Trust.Today,
            Note = "Minutes",
        };
        return (await Host.Does((SeatDirector seat) => seat, input)).Value;
    }

    private async Task<MeetingCase> CalledMeeting()
    {
        var meeting = await MeetingCase.Planned(Host, 1);
        await meeting.Calls();
        return meeting;
    }

    // One election to the same seats at a time.
    private async Task<ElectionId> ElectionUnderWay() =>
        (await Host.Asks<ElectionRegister, List<Election>>(r => r.UnderWay(1))) is [var found] ? found.Id
            : (await ElectionCase.Called(Host, members: 1)).Id;

    private async Task<string> MotionOnAnAgenda()
    {
        var resolution = (await Host.Brings(ActCodes.Ordinary)).Value;
        var meeting = await MeetingCase.Planned(Host, 1, resolution);
        await meeting.Calls();
        return $"{meeting.Id},{resolution}";
    }

    private async Task<BylawsId> DraftOfBylaws()
    {
        await Host.FoundTrusts();
        await Host.Does((DraftBylaws draft) => draft, new DraftBylawsInput());
        await using var db = Host.Trust.NewDb();
        return (await db.Set<Bylaws>().FirstAsync(b => b.State == BylawsState.Draft)).Id;
    }

    private async Task<string> BallotEntry()
    {
        var ballot = await BallotCase.Opened(Host, voters: 1);
        return $"{ballot.Id},{await ballot.EntryOf(ballot.Voters[0])}";
    }

    private static string Unique(string text) => LeaseIntent.Unique(text);

    private TrustHost Host { get; } = host;

    private PersonId Leaseholder { get; } = leaseholder;

    /// <summary>The sample a line of the table names; made once.</summary>
    public async Task<Sample> Of(EndpointLine line)
    {
        if (line.Record == "-") return new Sample(null, "");
        if (line.Record.StartsWith('=')) return new Sample(null, line.Record[1..]);
        if (_made.TryGetValue(line.Record, out var made)) return made;
        return _made[line.Record] = _makers.TryGetValue(line.Record, out var make)
            ? await make(this)
            : throw new InvalidDataException($"Samples.cs makes no “{line.Record}”, which {line.Key} names.");
    }

    private async Task<EncumbranceId> AddEncumbrance() => (await Host.Does(
        (AddEncumbrance add) => add,
        new AddEncumbranceInput
        {
            Parcel = await Host.EnterParcel(Unique("Field")),
            Kind = EncumbranceKind.Mortgage,
            Holder = "A bank (demonstration)",
            Restricts = "No sale without its consent.",
            BeginsOn = new DateOnly(2020, 1, 1),
        })).Value;

    private async Task<Guid> QueueMessage()
    {
        await Host.Run(Host.Trust, Actor.Visitor, s => ActivatorUtilities.CreateInstance<QueueMail>(s),
            new QueuedMail(["sample@example.org"], "A sample", "A sample"));
        await using var db = Host.Trust.NewDb();
        return (await db.Set<OutboxMessage>().FirstAsync()).Id;
    }

    private async Task<MembershipApplicationId> AskToJoin()
    {
        await Host.Run(Host.Trust, Actor.Visitor, s => s.GetRequiredService<ApplyToJoin>(), new ApplyToJoinInput
        {
            FamilyName = Unique("Applicant"),
            Email = "applicant@example.org",
            Post = "1 Oak Street",
            IsOldEnough = true,
            ConfirmAt = "http://oak.test/join/",
        });
        await using var db = Host.Trust.NewDb();
        return (await db.Set<MembershipApplication>().FirstAsync()).Id;
    }

    private async Task<MemberId> MemberBody()
    {
        var body = await Host.AddOrganisation(Unique("Body"));
        return await Host.NewMember(await Host.NewPerson(), i => i.Organisation = body);
    }

    private async Task<DocumentId> AttachDocument()
    {
        using var content = new MemoryStream("%PDF-1.7 sample"u8.ToArray());
        var stored = await Host.Trust.Documents.Store(content, TestContext.Current.CancellationToken);
        return (await Host.Does((AttachDocument attach) => attach, new AttachDocumentInput
        {
            Kind = "parcel",
            Owner = (await Host.EnterParcel(Unique("Field"))).Value,
            Title = "Deed",
            FileName = "deed.pdf",
            Hash = stored.Hash,
            Size = stored.Size,
        })).Value;
    }

    private async Task<CorrectionId> ProposeCorrection() => (await Host.Does(
        (ProposeCorrection propose) => propose,
        new ProposeCorrectionInput
        {
            Lease = await Host.NewLease(),
            Term = LeaseTerm.EndsOn,
            NewText = "2118-01-01",
            Source = "The signed lease",
            Reason = "A slip of the pen",
        })).Value;

    private async Task<string> PrepareClosing(Action<EnterLeaseInput>? change)
    {
        var resale = await (await Host.NewResale(change)).ReadyToClose();
        return $"{resale.Id},{(await resale.Prepare()).Value}";
    }

    private async Task<string> PermitMortgage()
    {
        var lease = await Host.NewLease();
        var mortgage = await Host.Does((PermitMortgage permit) => permit, new PermitMortgageInput
        {
            Lease = lease,
            Lender = "A bank (demonstration)",
            Amount = Money.Of(100_000, Currency.Usd),
            MadeOn = new DateOnly(2019, 5, 14),
            EndsOn = new DateOnly(2049, 5, 13),
            MarginYears = 5,
        });
        return $"{lease},{mortgage.Value}";
    }

    private async Task<string> RecordDefault()
    {
        var lease = await Host.NewLease();
        var notice = await Host.Does((RecordDefault record) => record, new RecordDefaultInput
        {
            Lease = lease,
            NoticeOn = new DateOnly(2026, 5, 1),
            ReceivedOn = new DateOnly(2026, 5, 2),
            Summary = "The fee of April",
        });
        return $"{lease},{notice.Value}";
    }

    private async Task<string> BeginTransfer()
    {
        var lease = await Host.NewLease();
        var transfer = await Host.Does((BeginTransfer begin) => begin, new BeginTransferInput
        {
            Lease = lease,
            Kind = TransferKind.OwnerAdded,
            HappenedOn = new DateOnly(2026, 5, 1),
            Note = "A marriage",
        });
        return $"{lease},{transfer.Value}";
    }

    private async Task<string> RecordSubsidy()
    {
        var lease = await Host.NewLease();
        var subsidy = await Host.Does((RecordSubsidy record) => record, new RecordSubsidyInput
        {
            Lease = lease,
            Source = "A fund (demonstration)",
            Amount = Money.Of(40_000, Currency.Usd),
            On = new DateOnly(2019, 5, 14),
        });
        return $"{lease},{subsidy.Value}";
    }

    private async Task<string> RecordWorks()
    {
        var lease = await Host.NewLease();
        var works = await Host.Does((RecordWorks record) => record, new RecordWorksInput
        {
            Lease = lease,
            Description = "A porch",
            NoticeOn = new DateOnly(2026, 5, 1),
            Cost = Money.Of(9_000, Currency.Usd),
        });
        return $"{lease},{works.Value}";
    }

    private void IsTheirs(EnterLeaseInput lease) => lease.Holders = [new HolderInput { Person = Leaseholder }];
}

/// <summary>A record for a route.</summary>
/// <param name="Own">The leaseholder's own, or null when there is no such thing.</param>
/// <param name="Other">Another's, or the trust's.</param>
public sealed record Sample(string? Own, string Other);
