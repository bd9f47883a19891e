using System.Globalization;
using Commonstead.People;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>Finds the candidate, then asks for the nomination.</summary>
public sealed class NominateCandidateModel(
    OperationRunner runner, ElectionRegister elections, NominateCandidate operation, IPeople people, Acting acting)
    : ElectionForm<NominateCandidateInput>(runner, elections, operation)
{
    /// <summary>Who was found.</summary>
    public FoundPersons Found { get; private set; } = FoundPersons.Nobody;

    /// <summary>True when the closing hour has passed.</summary>
    public bool IsClosed => acting.Now >= Election.NominationsUntil;

    /// <summary>Where its times are told.</summary>
    public TimeZoneInfo Zone => acting.Profile.Zone;

    /// <summary>How they are written.</summary>
    public CultureInfo Culture => acting.Profile.Culture;

    /// <inheritdoc/>
    protected override async Task Prepare(bool isNew)
    {
        var asked = Request.Query["who"].ToString();
        Found = await FoundPersons.By(people, asked.Length > 0 ? asked : Input.Person?.ToString());
        if (!isNew) return;
        var local = TimeZoneInfo.ConvertTimeFromUtc(acting.Now, Zone);
        (Input.ReceivedBy, Input.ReceivedOn) = (acting.Actor.Name, DateOnly.FromDateTime(local));
        // After the hour whoever enters it says when it came; the present would be refused.
        if (!IsClosed) Input.ReceivedAt = new TimeOnly(local.Hour, local.Minute);
    }
}
