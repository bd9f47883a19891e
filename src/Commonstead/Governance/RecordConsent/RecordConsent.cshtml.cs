using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Commonstead.Governance;

/// <summary>The form that records a consent.</summary>
public sealed class RecordConsentModel(
    OperationRunner runner, ResolutionRegister resolutions, RecordConsent operation, Acting acting,
    IStringLocalizer<Words> words)
    : ResolutionForm<RecordConsentInput>(runner, resolutions, operation)
{
    /// <summary>The consents that are missing.</summary>
    public IReadOnlyList<SelectListItem> Missing { get; private set; } = [];

    /// <inheritdoc/>
    protected override Task Prepare(bool isNew)
    {
        if (isNew) Input.On = acting.Today;
        Missing = [.. Standing.Progress.Missing.Where(m => m.Consent is not null)
            .Select(m => new SelectListItem(words[m.Consent!], m.Consent))];
        return Task.CompletedTask;
    }
}
