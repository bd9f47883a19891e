using System.Globalization;
using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.People;
using Commonstead.Pricing;
using Commonstead.Resales;

namespace Commonstead.Demonstration;

/// <summary>
/// The resales of the demonstration: two that closed over the years, two under way, one of them late.
/// </summary>
internal sealed class DemoResales(DemoWork work, DemoPlace place, IReadOnlyList<DemoLease> leases)
{
    private static readonly string[] _given =
    [
        "Ada", "Ben", "Cleo", "Dario", "Elin", "Farid", "Greta", "Hugo", "Ines", "Jonah", "Kira", "Luis", "Mona",
        "Nils", "Oona", "Pavel", "Rosa", "Sami", "Tess", "Umar", "Vera", "Walt", "Yara", "Zeno",
    ];

    /// <summary>A made-up given name.</summary>
    public static string GivenName(int index) => _given[index % _given.Length];

    /// <summary>The first home that changed hands, over a year before the first day.</summary>
    public Task PlayEarlier() => Close(Lease(place.FirstSeller), place.FirstDay.AddDays(-400), "R. Alvarado-Kent");

    /// <summary>The year's resales, in the order of their notices.</summary>
    public async Task Play()
    {
        var today = place.FirstDay;
        await Close(Lease(4), today.AddDays(-76), "S. Oduya");
        await UnderWayWithPrice(Lease(9), today.AddDays(-34));
        await UnderWayAndLate(Lease(1), today.AddDays(-22));
        work.On(today);
    }

    private DemoLease Lease(int number) =>
        leases.First(l => l.Number == string.Create(CultureInfo.InvariantCulture, $"L-{number:000}"));

    private async Task Close(DemoLease lease, DateOnly notice, string buyer)
    {
        var resale = await Begin(lease, notice);
        await Tick(resale, StepKind.Inspection, notice.AddDays(6), "No repairs asked for.");
        await Skip(resale, StepKind.Repairs, notice.AddDays(6), "The inspection asked for none.");
        await Appraise(resale, lease, notice.AddDays(12));
        var price = await Price(lease, notice.AddDays(16));
        await Decide(resale, OptionState.Assigned, notice.AddDays(20));
        await Buyer(resale, price, notice.AddDays(28), buyer);
        await Certify(resale, notice.AddDays(30));
        foreach (var kind in (StepKind[])[StepKind.Orientation, StepKind.Mortgage, StepKind.MortgageRider,
            StepKind.PayoffLetters])
            await Tick(resale, kind, notice.AddDays(44), "On file (made up).");
        await ConfirmClosing(resale, lease, price, notice.AddDays(58));
        await Tick(resale, StepKind.Recording, notice.AddDays(63), "Recorded (made up).");
    }

    private async Task UnderWayWithPrice(DemoLease lease, DateOnly notice)
    {
        var resale = await Begin(lease, notice);
        await Tick(resale, StepKind.Inspection, notice.AddDays(9), "Gutters to be cleared.");
        await Appraise(resale, lease, notice.AddDays(18));
        var price = await Price(lease, notice.AddDays(21));
        await Decide(resale, OptionState.Exercised, notice.AddDays(26));
        await Buyer(resale, price, notice.AddDays(31), "T. Lindqvist-Bose");
    }

    // The inspection was due fourteen days after the notice; nobody has recorded it.
    private async Task UnderWayAndLate(DemoLease lease, DateOnly notice)
    {
        var resale = await Begin(lease, notice);
        await Appraise(resale, lease, notice.AddDays(17));
        await Make(lease, notice.AddDays(20));
    }

    private Task<ResaleId> Begin(DemoLease lease, DateOnly notice) => work.On(notice).Do((RecordNotice o) => o,
        new RecordNoticeInput { Lease = lease.Id, ReceivedOn = notice, Note = "Letter from the owner (made up)." });

    private async Task Tick(ResaleId resale, StepKind kind, DateOnly on, string note) =>
        await Settle(resale, kind, StepState.Done, on, note);

    private async Task Skip(ResaleId resale, StepKind kind, DateOnly on, string note) =>
        await Settle(resale, kind, StepState.NotNeeded, on, note);

    private async Task Settle(ResaleId resale, StepKind kind, StepState state, DateOnly on, string note)
    {
        var now = await Look(resale, on);
        if (now.Steps.TrueForAll(s => s.Kind != kind)) return;
        await work.Do((SettleStep o) => o, new SettleStepInput
        {
            Resale = resale,
            SeenVersion = now.Version,
            Kind = kind,
            State = state,
            On = on,
            Note = note,
        });
    }

    private async Task Appraise(ResaleId resale, DemoLease lease, DateOnly on)
    {
        var now = await Look(resale, on);
        if (now.Step(StepKind.AppraisalReceived).State == StepState.NotNeeded) return;
        var years = on.Year - lease.Home.SoldOn.Year;
        await work.Do((RecordAppraisal o) => o, new RecordAppraisalInput
        {
            Resale = resale,
            SeenVersion = now.Version,
            Appraiser = "M. Valuer (made up)",
            Licence = "made up",
            Reference = $"AP-{lease.Number}",
            OrderedBy = "the trust",
            PaidBy = "the trust",
            InspectedOn = on.AddDays(-4),
            EffectiveOn = on.AddDays(-2),
            ReceivedOn = on,
            Basis = AppraisalBasis.FeeSimple,
            Value = Amount(Math.Round(lease.Home.Appraised * (1 + 0.035m * years) / 1000) * 1000),
        });
    }

    private async Task<DeterminationId> Make(DemoLease lease, DateOnly on)
    {
        work.On(on);
        var terms = (await work.Ask((ILeases all) => all.Terms(lease.Id)))!;
        var rule = (await work.Ask((IRuleBook book) => book.Document(terms.RuleHash!)))!;
        return await work.Do((MakeDetermination o) => o, new MakeDeterminationInput
        {
            Lease = lease.Id,
            AsOf = on,
            KnownBy = on,
            Givens = await work.Ask((OfferedFacts sale) => sale.For(lease.Id, Working.ToEnter(rule, terms))),
        });
    }

    private async Task<Money> Price(DemoLease lease, DateOnly on)
    {
        var made = await Make(lease, on);
        await work.Do((ApproveDetermination o) => o,
            new ApproveDeterminationInput { Determination = made, ValidUntil = on.AddMonths(6) }, Role.Approver);
        await work.Seal();
        await work.Do((IssueCertificate o) => o, new IssueCertificateInput { Determination = made });
        return (await work.Ask((IPrices prices) => prices.Determination(made)))!.MaximumPrice;
    }

    private async Task Decide(ResaleId resale, OptionState option, DateOnly on) =>
        await work.Do((DecideOption o) => o, new DecideOptionInput
        {
            Resale = resale,
            SeenVersion = (await Look(resale, on)).Version,
            Option = option,
            On = on,
            Reference = "Minute of the board (made up)",
        });

    private async Task Buyer(ResaleId resale, Money price, DateOnly on, string name)
    {
        var now = await Look(resale, on);
        var parts = name.Split(' ');
        var person = await work.Do((AddPerson o) =>
            o, new AddPersonInput { GivenName = parts[0], FamilyName = parts[^1] });
        await work.Do((FindBuyer o) => o, new FindBuyerInput
        {
            Resale = resale,
            SeenVersion = now.Version,
            Buyers = [person],
            Price = price,
            Conflicts = "Nobody declared a conflict of interest.",
        });
    }

    private async Task Certify(ResaleId resale, DateOnly on) =>
        await work.Do((CertifyBuyer o) => o, new CertifyBuyerInput
        {
            Resale = resale,
            SeenVersion = (await Look(resale, on)).Version,
            HouseholdSize = 3,
            Income = Amount(58_400),
            CertifiedOn = on,
        });

    private async Task ConfirmClosing(ResaleId resale, DemoLease lease, Money price, DateOnly on)
    {
        var now = await Look(resale, on);
        var closing = await work.Do((PrepareClosing o) => o, new PrepareClosingInput
        {
            Resale = resale,
            SeenVersion = now.Version,
            ClosesOn = on,
            Price = price,
            Payoffs = [new PayoffInput { Lender = "A bank (made up)", Amount = Amount(61_250) }],
            NewLeaseNumber = $"{lease.Number}-B",
        });
        await work.Do((ConfirmClosing o) => o,
            new ConfirmClosingInput { Closing = closing, SeenVersion = (await Look(resale, on)).Version },
                Role.Approver);
    }

    private async Task<Resale> Look(ResaleId resale, DateOnly on)
    {
        work.On(on);
        return (await work.Ask((ResaleBoard board) => board.Whole(resale)))!;
    }

    private Money Amount(decimal units) => Money.Of(units, place.Currency);
}
