using Commonstead.Accounts;
using Commonstead.Leases;
using Commonstead.Platform.Operations;
using Commonstead.Pricing;
using Commonstead.Tests.Leases;
using Commonstead.Tests.Resales;

namespace Commonstead.Tests.Pricing;

/// <summary>What tests of prices want done.</summary>
internal static class PriceIntent
{
    /// <summary>A price as it would be asked for: an appraisal of 260,000 today, which gives 185,000.</summary>
    public static MakeDeterminationInput PriceOf(this TrustHost host, LeaseId lease, string appraisal = "260000") =>
        new()
        {
            Lease = lease,
            AsOf = host.Trust.Today,
            KnownBy = host.Trust.Today,
            Givens = [new EnteredGiven { Name = "appraisal_at_sale", Text = appraisal, Source =
            "Appraisal of Mr Example" }],
        };

    /// <summary>Makes a determination, as a steward.</summary>
    public static Task<Outcome<DeterminationId>> Make(
        this TrustHost host, MakeDeterminationInput input, Actor? actor = null) =>
        host.Does((MakeDetermination make) => make, input, actor);

    /// <summary>Approves a determination, as a second person unless told.</summary>
    public static Task<Outcome<DeterminationId>> Approve(
        this TrustHost host, DeterminationId id, int days = 180, Actor? actor = null) => host.Does(
            (ApproveDetermination approve) => approve,
            new ApproveDeterminationInput { Determination = id, ValidUntil = host.Trust.Today.AddDays(days) },
            actor ?? LeaseIntent.Approver);

    /// <summary>Sends back or voids a determination.</summary>
    public static Task<Outcome<DeterminationId>> SetAside(this TrustHost host, DeterminationId id) => host.Does(
        (SetAsideDetermination setAside) => setAside,
        new SetAsideDeterminationInput { Determination = id, Reason = "Another appraisal" }, LeaseIntent.Approver);

    /// <summary>Issues a certificate.</summary>
    public static Task<Outcome<CertificateId>> Issue(this TrustHost host, DeterminationId id, bool address = false) =>
        host.Does((IssueCertificate issue) => issue,
            new IssueCertificateInput { Determination = id, ShowsAddress = address });

    /// <summary>A price that was made and approved.</summary>
    public static async Task<DeterminationId> ApprovedPrice(this TrustHost host, LeaseId lease, string appraisal =
        "260000")
    {
        var made = await host.Make(host.PriceOf(lease, appraisal));
        Assert.True(made.IsDone, string.Join("; ", made.Refusals.Select(r => r.Code)));
        Assert.True((await host.Approve(made.Value)).IsDone);
        return made.Value;
    }

    /// <summary>The code of a certificate issued for a price that was made and approved.</summary>
    public static async Task<string> Certified(this TrustHost host, DeterminationId id, bool address = false)
    {
        Assert.True((await host.Issue(id, address)).IsDone);
        return (await host.Asks((Certificates all) => all.Of(id)))!.Code;
    }

    /// <summary>A lease with its holder, who signs in.</summary>
    public static async Task<(LeaseId Lease, Visitor Holder)> LeaseWithHolder(this TrustHost host)
    {
        HolderInput? holder = null;
        var lease = await host.PricedLease(input => holder = input.Holders[0]);
        return (lease, await host.SignInAs(Role.Leaseholder, holder!.Person!.Value.Value));
    }
}
