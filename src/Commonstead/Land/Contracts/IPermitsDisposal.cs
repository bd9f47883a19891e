namespace Commonstead.Land;

/// <summary>
/// Says whether the members have permitted that a parcel leaves the trust. Nothing else permits it: while no capability
/// answers, no land can be sold or removed.
/// </summary>
public interface IPermitsDisposal
{
    /// <summary>
    /// The members' resolution that permits it today, as minutes name it, or null when there is none.
    /// </summary>
    Task<string?> ResolutionFor(ParcelId parcel);
}
