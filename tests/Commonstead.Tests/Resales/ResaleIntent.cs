using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Platform.Operations;
using Commonstead.Pricing;
using Commonstead.Resales;
using Commonstead.Tests.Leases;

namespace Commonstead.Tests.Resales;

/// <summary>A resale as far as a test needs it, and what tests want done to it.</summary>
internal sealed class ResaleCase(TrustHost host, LeaseId lease, ResaleId id)
{
    public TrustHost Host { get; } = host;

    public LeaseId Lease { get; } = lease;

    public ResaleId Id { get; } = id;

    /// <summary>The version an actor sees who looks now.</summary>
    public async Task<int> Version() => (await Look()).Version;

    /// <summary>The resale as it stands.</summary>
    public async Task<Resale> Look() => (await Host.Asks((ResaleBoard board) => board.Whole(Id)))!;

    /// <summary>Records an appraisal of 260,000, changed as a test wants it.</summary>
    public async Task<Outcome<ResaleId>> RecordAppraisal(
        Action<RecordAppraisalInput>? change = null, Actor? actor = null)
    {
        var today = Host.Trust.Today;
        var input = new RecordAppraisalInput
        {
            Resale = Id,
            SeenVersion = await Version(),
            Appraiser = "A. Praiser",
            Licence = "MA-1",
            Reference = "AP-1",
            InspectedOn = today,
            EffectiveOn = today,
            ReceivedOn = today,
            Basis = AppraisalBasis.FeeSimple,
            Value = Usd(260_000),
        };
        change?.Invoke(input);
        return await Host.Does((RecordAppraisal operation) => operation, input, actor);
    }

    /// <summary>Has a price made by a steward and approved by another person.</summary>
    public async Task<DeterminationId> ApprovePrice(int validDays = 180)
    {
        var today = Host.Trust.Today;
        var made = await Host.Does((MakeDetermination make) => make, new MakeDeterminationInput
        {
            Lease = Lease,
            AsOf = today,
            KnownBy = today,
            Givens = [new EnteredGiven { Name = "appraisal_at_sale", Text = "260000", Source = "appraisal AP-1" }],
        });
        Assert.True(made.IsDone, string.Join("; ", made.Refusals.Select(r => r.Code)));
        var approval = new ApproveDeterminationInput
        {
            Determination = made.Value,
            ValidUntil = today.AddDays(validDays)
        };
        var approved = await Host.Does((ApproveDetermination approve) => approve, approval, LeaseIntent.Approver);
        Assert.True(approved.IsDone, string.Join("; ", approved.Refusals.Select(r => r.Code)));
        return made.Value;
    }

    /// <summary>Decides the option.</summary>
    public async Task<Outcome<ResaleId>> DecideOption(Action<DecideOptionInput>? change = null, Actor? actor = null)
    {
        var input = new DecideOptionInput
        {
            Resale = Id,
            SeenVersion = await Version(),
            Option = OptionState.Assigned,
            On = Host.Trust.Today,
            Reference = "Minute 7",
        };
        change?.Invoke(input);
        return await Host.Does((DecideOption operation) => operation, input, actor);
    }

    /// <summary>Records what the seller asks.</summary>
    public async Task<Outcome<ResaleId>> Ask(decimal price, Actor? actor = null) => await Host.Does(
        (AskPrice operation) => operation,
        new AskPriceInput { Resale = Id, SeenVersion = await Version(), Price = Usd(price) }, actor);

    /// <summary>Records a buyer.</summary>
    public async Task<Outcome<ResaleId>> FindBuyer(Action<FindBuyerInput>? change = null, Actor? actor = null)
    {
        var input = new FindBuyerInput
        {
            Resale = Id,
            SeenVersion = await Version(),
            Price = Usd(175_000),
            Conflicts = "Nobody",
            Buyers = [await Host.NewPerson()],
        };
        change?.Invoke(input);
        return await Host.Does((FindBuyer operation) => operation, input, actor);
    }

    /// <summary>Certifies the buyer.</summary>
    public async Task<Outcome<ResaleId>> Certify(Action<CertifyBuyerInput>? change = null, Actor? actor = null)
    {
        var input = new CertifyBuyerInput
        {
            Resale = Id,
            SeenVersion = await Version(),
            HouseholdSize = 3,
            Income = Usd(60_000),
            CertifiedOn = Host.Trust.Today,
        };
        change?.Invoke(input);
        return await Host.Does((CertifyBuyer operation) => operation, input, actor);
    }

    /// <summary>Settles every step that a person ticks.</summary>
    public async Task TickSteps()
    {
        foreach (var step in (await Look()).Steps.Where(s => s.State == StepState.Open && SettleStep.IsTicked(s.Kind)
            && s.Kind != StepKind.Recording))
        {
            var done = await Settle(step.Kind);
            Assert.True(done.IsDone, string.Join("; ", done.Refusals.Select(r => r.Code)));
        }
    }

    /// <summary>Settles a step.</summary>
    public async Task<Outcome<ResaleId>> Settle(
        StepKind kind, Action<SettleStepInput>? change = null, Actor? actor = null)
    {
        var input = new SettleStepInput
        {
            Resale = Id,
            SeenVersion = await Version(),
            Kind = kind,
            On = Host.Trust.Today
        };
        change?.Invoke(input);
        return await Host.Does((SettleStep operation) => operation, input, actor);
    }

    /// <summary>Prepares the closing.</summary>
    public async Task<Outcome<ClosingId>> Prepare(Action<PrepareClosingInput>? change = null, Actor? actor = null)
    {
        var input = new PrepareClosingInput
        {
            Resale = Id,
            SeenVersion = await Version(),
            ClosesOn = Host.Trust.Today,
            Price = Usd(175_000),
            NewLeaseNumber = LeaseIntent.Unique("N"),
        };
        change?.Invoke(input);
        return await Host.Does((PrepareClosing operation) => operation, input, actor);
    }

    /// <summary>Confirms a closing.</summary>
    public async Task<Outcome<ResaleId>> Confirm(ClosingId closing, Actor? actor = null, int? seen = null) =>
        await Host.Does(
        (ConfirmClosing operation) => operation,
        new ConfirmClosingInput { Closing = closing, SeenVersion = seen ?? await Version() },
            actor ?? LeaseIntent.Approver);

    /// <summary>Sets a closing aside.</summary>
    public async Task<Outcome<ResaleId>> SetAside(ClosingId closing, Actor? actor = null) => await Host.Does(
        (SetAsideClosing operation) => operation,
        new SetAsideClosingInput { Closing = closing, SeenVersion = await Version(), Reason = "Wrong price" },
        actor ?? LeaseIntent.Approver);

    /// <summary>Brings the resale to where only the closing is left.</summary>
    public async Task<ResaleCase> ReadyToClose()
    {
        Assert.True((await RecordAppraisal()).IsDone);
        await ApprovePrice();
        Assert.True((await DecideOption()).IsDone);
        Assert.True((await FindBuyer()).IsDone);
        Assert.True((await Certify()).IsDone);
        await TickSteps();
        return this;
    }

    /// <summary>A payoff letter.</summary>
    public static PayoffInput Payoff(decimal amount, string lender = "A bank") =>
        new() { Lender = lender, Amount = Usd(amount) };

    public static Money Usd(decimal amount) => Money.Of(amount, Currency.Usd);
}

/// <summary>Begins resales.</summary>
internal static class ResaleIntent
{
    /// <summary>Another second person.</summary>
    public static Actor Board { get; } = Intent.ActorWith(Role.Board);

    /// <summary>A lease with a rule that gives 185,000 for an appraisal of 260,000, and facts entered.</summary>
    public static async Task<LeaseId> PricedLease(this TrustHost host, Action<EnterLeaseInput>? change = null)
    {
        var rule = await host.TestRule();
        return await host.NewLease(lease =>
        {
            lease.Rule = rule;
            lease.AppraisalBasis = AppraisalBasis.FeeSimple;
            lease.TransferFeePercent = 1;
            lease.Facts =
            [
                new FactInput { Name = "purchase_price", Text = "160000", Source = "closing statement" },
                new FactInput { Name = "purchase_date", Text = "2019-05-14", Source = "closing statement" },
            ];
            change?.Invoke(lease);
        });
    }

    /// <summary>A resale just begun.</summary>
    public static async Task<ResaleCase> NewResale(this TrustHost host, Action<EnterLeaseInput>? change = null)
    {
        var lease = await host.PricedLease(change);
        var begun = await host.Notice(lease);
        Assert.True(begun.IsDone, string.Join("; ", begun.Refusals.Select(r => r.Code)));
        return new ResaleCase(host, lease, begun.Value);
    }

    /// <summary>Records a notice.</summary>
    public static Task<Outcome<ResaleId>> Notice(this TrustHost host, LeaseId lease, DateOnly? on = null) => host.Does(
        (RecordNotice operation) => operation,
            new RecordNoticeInput { Lease = lease, ReceivedOn = on ?? host.Trust.Today });
}
