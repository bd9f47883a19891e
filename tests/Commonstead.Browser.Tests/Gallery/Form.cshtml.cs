using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Browser.Tests;

/// <summary>A form with one field of every kind, for the tests of the pages' building blocks.</summary>
public sealed class FormModel : PageModel
{
    [BindProperty]
    public FormInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Rules { get; } =
        [new("Share of the appraised gain", "appraisal-share"), new("Area median income", "ami-index")];

    public IActionResult OnPost() => ModelState.IsValid ? RedirectToPage("/Gallery/List") : Page();
}

/// <summary>What the form asks.</summary>
public sealed class FormInput
{
    [Display(Name = "Name"), Required(ErrorMessage = "Enter the parcel’s name"), StringLength(100)]
    public string Name { get; set; } = "";

    [Display(Name = "Contact’s email address"), DataType(DataType.EmailAddress)]
    public string? Email { get; set; }

    [Display(Name = "Land use"), Required(ErrorMessage = "Choose how the land is used")]
    public LandUse? Use { get; set; }

    [Display(Name = "Resale rule"), Required(ErrorMessage = "Choose a resale rule")]
    public string? Rule { get; set; }

    [Display(Name = "Price paid")]
    public Money? Price { get; set; }

    [Display(Name = "Date of the deed")]
    public DateOnly? Closed { get; set; }

    [Display(Name = "Area")]
    public decimal? Area { get; set; }

    [Display(Name = "Homes planned")]
    public int? Homes { get; set; }

    [Display(Name = "Notes"), DataType(DataType.MultilineText)]
    public string? Notes { get; set; }

    [Display(Name = "Your password"), DataType(DataType.Password)]
    public string? Password { get; set; }

    [Display(Name = "The deed")]
    public IFormFile? Deed { get; set; }

    [Display(Name = "It came as a gift")]
    public bool Gift { get; set; }
}

/// <summary>A few answers, shown as radios.</summary>
public enum LandUse
{
    [Display(Name = "Homes")] Residential,
    [Display(Name = "Farming")] Farming,
    [Display(Name = "Left to nature")] Conservation,
}
