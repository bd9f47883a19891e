using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>A consent that a resolution needs.</summary>
public sealed class RecordConsentInput : IResolutionInput
{
    /// <inheritdoc/>
    public ResolutionId Resolution { get; set; }

    /// <summary>Whose, as the bylaws name it.</summary>
    [Required(ErrorMessage = "Choose whose consent it is."), Display(Name = "Whose consent")]
    [StringLength(200, ErrorMessage = "The name is longer than 200 characters.")]
    public string Whose { get; set; } = "";

    /// <summary>The day.</summary>
    [Required(ErrorMessage = "Enter the day on which it was given."), Display(Name = "Given on")]
    public DateOnly? On { get; set; }

    /// <summary>Where it stands.</summary>
    [Required(ErrorMessage = "Say where it stands."), Display(Name = "Where it stands")]
    [StringLength(300, ErrorMessage = "This is longer than 300 characters.")]
    public string Note { get; set; } = "";
}

/// <summary>Why a consent is not recorded.</summary>
public enum RecordConsentRefusal
{
    /// <summary>What passed or failed stays so.</summary>
    [Says("The resolution passed, failed or was withdrawn before.", Kind = RefusalKind.Conflict)]
    SettledAlready,

    /// <summary>The bylaws name who has to consent.</summary>
    [Says("The bylaws do not ask for this consent.", Field = nameof(RecordConsentInput.Whose))]
    NotAsked,

    /// <summary>Once is enough.</summary>
    [Says("This consent is on record.", Field = nameof(RecordConsentInput.Whose), Kind = RefusalKind.Conflict)]
    GivenAlready,

    /// <summary>It was given, so the day is past.</summary>
    [Says("The day lies in the future.", Field = nameof(RecordConsentInput.On))]
    InTheFuture,
}

/// <summary>Records that somebody whose consent a resolution needs has given it.</summary>
[Needs(GovernancePermission.Keep)]
[Does("Consent to a resolution recorded")]
public sealed class RecordConsent(TrustDb db, Acting acting, ResolutionBook book)
    : IOperation<RecordConsentInput, ResolutionId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ResolutionId>> Run(RecordConsentInput input)
    {
        if (await book.Find(input.Resolution) is not { } resolution) return CommonRefusal.NotFound;
        if (resolution.State is not ResolutionState.Open) return RecordConsentRefusal.SettledAlready;
        if (!(await book.RuleOf(resolution)).Consents.Contains(input.Whose)) return RecordConsentRefusal.NotAsked;
        if (resolution.Consents.Exists(c => c.Whose == input.Whose)) return RecordConsentRefusal.GivenAlready;
        if (input.On > acting.Today) return RecordConsentRefusal.InTheFuture;
        var consent = new Consent
        {
            Resolution = resolution.Id,
            Whose = input.Whose,
            On = input.On!.Value,
            Note = input.Note.Trim(),
        };
        db.Add(consent);
        if (!resolution.Consents.Contains(consent)) resolution.Consents.Add(consent);
        await book.Settle(resolution);
        return resolution.Id;
    }
}
