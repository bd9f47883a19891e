using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Governance;

/// <summary>The bylaws in force, with their versions.</summary>
public sealed class BylawsPageModel(
    BylawBook bylaws, BodyNames bodies, DraftBylaws draft, OperationRunner runner, Acting acting) : PageModel
{
    /// <summary>What is in force.</summary>
    public ActTable Table { get; private set; } = null!;

    /// <summary>Since when; null for what is usual.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>Where its words stand.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Every version.</summary>
    internal IReadOnlyList<Bylaws> Versions { get; private set; } = [];

    /// <summary>True when one is being drafted or voted on.</summary>
    public bool HasDraft => Versions.Any(v => v.State is BylawsState.Draft or BylawsState.Proposed);

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync()
    {
        var version = await bylaws.VersionOn(acting.Today);
        (From, Source) = (version?.From, version?.Source ?? "");
        Table = new ActTable(version?.Rules ?? bylaws.Usual, await bodies.All(), acting.Profile.Currency);
        Versions = await bylaws.Versions();
    }

    /// <summary>Begins a draft.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await runner.Run(draft, new DraftBylawsInput(), Once.KeyOf(Request));
        if (this.Accepts(outcome)) return Redirect($"/bylaws/{outcome.Value}");
        await OnGetAsync();
        return Page();
    }
}
