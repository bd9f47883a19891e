using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Series;

/// <summary>The form that takes names of areas from a file.</summary>
[RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class NameAreasModel(OperationRunner runner, NameAreas nameAreas) : PageModel
{
    private const long LargestRequest = 16L * 1024 * 1024;

    /// <summary>The file.</summary>
    [BindProperty, Display(Name = "CSV file")]
    public IFormFile? Upload { get; set; }

    /// <summary>Takes the names.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (Upload is null)
        {
            ModelState.AddModelError(nameof(Upload), "Choose a file.");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await using var content = Upload.OpenReadStream();
        var outcome = await runner.Run(nameAreas, AreaFile.Read(content));
        return this.Accepts(outcome) ? Redirect("/series/areas") : Page();
    }
}
