using System.ComponentModel.DataAnnotations;
using System.Text;
using Commonstead.People;
using Commonstead.Platform.Imports;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Commonstead.Members;

/// <summary>Takes a file of members, shows what it would bring, asks who is who, and imports it.</summary>
[RequestSizeLimit(CsvTable.LargestBytes + 65_536)]
public sealed class ImportMembersModel(
    OperationRunner runner, ImportMembers import, MemberFileCheck check, Acting acting, IStringLocalizer<Words> words)
    : PageModel
{
    private const int Previewed = 25;

    private const string Example =
        "given_name,family_name,email,phone,address,born_on,class,joined_on,shares,paid_on_shares\n"
        + "Ana,Diaz,ana@example.org,,\"12 Mill Street, Springfield\",1980-02-29,general,2019-05-14,0,\n";

    /// <summary>The file.</summary>
    [BindProperty, Display(Name = "File")]
    public IFormFile? Upload { get; set; }

    /// <summary>The file to be imported, by its hash, with who is who.</summary>
    [BindProperty]
    public ImportMembersInput Input { get; set; } = new();

    /// <summary>What the file would bring; null before one is chosen.</summary>
    internal MemberPlan? Plan { get; private set; }

    /// <summary>The first members of the file.</summary>
    internal IReadOnlyList<MemberRow> Shown => [.. Plan!.Rows.Take(Previewed)];

    /// <summary>The rows about which somebody has to say who they are.</summary>
    internal IReadOnlyList<MemberRow> Doubtful { get; private set; } = [];

    /// <summary>Asks for a file, or shows what the one that the address names would bring.</summary>
    public async Task<IActionResult> OnGetAsync(string? file)
    {
        if (file is null) return Page();
        Input.Hash = file;
        return await Preview() ? Page() : NotFound();
    }

    /// <summary>An example of the file.</summary>
    public IActionResult OnGetExample() => File(Encoding.UTF8.GetBytes(Example), "text/csv", "members.csv");

    /// <summary>Keeps the file and leads to its preview.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        if (Upload is null || Upload.Length is 0 or > CsvTable.LargestBytes)
        {
            ModelState.AddModelError(nameof(Upload), words["Choose a CSV file of at most 20 MB."]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await using var content = Upload.OpenReadStream();
        var stored = await acting.Trust.Documents.Store(content, cancellation);
        return Redirect($"/members/import?file={stored.Hash}");
    }

    /// <summary>Imports the file.</summary>
    public async Task<IActionResult> OnPostConfirmAsync()
    {
        ModelState.Clear();
        var outcome = await runner.Run(import, Input);
        if (this.Accepts(outcome)) return Redirect("/members");
        return await Preview() ? Page() : NotFound();
    }

    /// <summary>Whom a row may be, and somebody new.</summary>
    internal IEnumerable<SelectListItem> WhoIs(MemberRow row)
    {
        var said = Input.Choices.FirstOrDefault(c => c.Row == row.Row)?.Who;
        return row.Like.Select(e => new SelectListItem(Told(e), e.Id.ToString(), e.Id.ToString() == said))
            .Append(new SelectListItem(
                words["Somebody new"], ImportMembers.SomebodyNew, said == ImportMembers.SomebodyNew));
    }

    private static string Told(PersonEntry entry) => string.Join(
        ", ", ((string?[])[entry.Name, entry.Email, entry.BornOn?.ToReader()]).OfType<string>());

    private async Task<bool> Preview()
    {
        if (await StoredFile.Load(acting, Input.Hash) is not { } content) return false;
        Plan = await check.Check(content);
        Doubtful = [.. Plan.Doubtful.Take(ImportMembersInput.MostChoices)];
        return true;
    }
}
