using Commonstead.Core;
using Commonstead.Land;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Pricing;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Governance;

/// <summary>
/// What resolutions permit other capabilities to do, and that it was done. Each is asked inside the operation that does
/// it, so that an act and the resolution it cites stand or fall together.
/// </summary>
internal sealed class Permits(TrustDb db, Acting acting, ResolutionRegister resolutions)
    : IPermitsDisposal, IPermitsRules, IHandles<LandLetGo>, IHandles<RuleAdopted>
{
    /// <inheritdoc/>
    public async Task<string?> ResolutionFor(ParcelId parcel) =>
        await Find(ActCodes.LandDisposal, parcel.ToString()) is { } found
            ? Resolution.Cited(found.Number, found.Title) : null;

    /// <inheritdoc/>
    async Task<PermittedRule?> IPermitsRules.For(string hash) =>
        await Find(ActCodes.RuleAdoption, hash) is { } found ? Permitted(found) : null;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PermittedRule>> Waiting() =>
    [
        .. (await resolutions.Passed(ActCodes.RuleAdoption).Where(r => r.CarriedOutOn == null)
            .OrderByDescending(r => r.Number).ToListAsync()).Select(Permitted),
    ];

    /// <inheritdoc/>
    public async Task<RuleResolution?> On(string hash) =>
        await db.Set<Resolution>().AsNoTracking()
            .Where(r => r.Act == ActCodes.RuleAdoption && r.Subject == hash
                && (r.State == ResolutionState.Open || r.State == ResolutionState.Passed))
            .OrderByDescending(r => r.Number).FirstOrDefaultAsync() is { } found
                ? new RuleResolution(
                    Resolution.Cited(found.Number, found.Title), $"/resolutions/{found.Id}",
                    found.State is ResolutionState.Passed)
                : null;

    /// <inheritdoc/>
    public Task<IReadOnlyList<Refusal>> Handle(LandLetGo happened) =>
        CarriedOut(ActCodes.LandDisposal, happened.Parcel.ToString());

    /// <inheritdoc/>
    public Task<IReadOnlyList<Refusal>> Handle(RuleAdopted happened) =>
        CarriedOut(ActCodes.RuleAdoption, happened.Hash);

    private static PermittedRule Permitted(Resolution found) => new(
        found.SubjectName, found.Document, Resolution.Cited(found.Number, found.Title), $"/resolutions/{found.Id}");

    private Task<Resolution?> Find(string act, string subject) => resolutions.Passed(act)
        .Where(r => r.Subject == subject).OrderBy(r => r.Number).FirstOrDefaultAsync();

    private async Task<IReadOnlyList<Refusal>> CarriedOut(string act, string subject)
    {
        var found = await db.Set<Resolution>().Where(r => r.Act == act && r.Subject == subject
            && r.State == ResolutionState.Passed).OrderBy(r => r.Number).FirstOrDefaultAsync();
        if (found is not null) found.CarriedOutOn = acting.Today;
        return [];
    }
}
