using Commonstead.Platform.Web;

namespace Commonstead.Leases;

/// <summary>
/// What another capability adds to the story of a lease: a resale's steps, a determination, a payment in arrears. It
/// answers only what the present actor may see.
/// </summary>
public interface ILeaseStory
{
    /// <summary>The capability's part of the story, in any order.</summary>
    Task<IReadOnlyList<StoryEntry>> Of(LeaseId lease);
}
