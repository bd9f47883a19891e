using Commonstead.Leases;

namespace Commonstead.Resales;

/// <summary>Says whether a home is being sold.</summary>
public interface IOpenResales
{
    /// <summary>The open resale of a lease, if there is one that the present actor may see.</summary>
    Task<OpenResale?> Of(LeaseId lease);
}

/// <summary>A resale that is under way.</summary>
/// <param name="Id">The resale.</param>
/// <param name="Number">Its number.</param>
/// <param name="NoticeOn">The day of the notice.</param>
public sealed record OpenResale(ResaleId Id, string Number, DateOnly NoticeOn);
