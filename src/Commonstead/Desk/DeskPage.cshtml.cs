using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Desk;

/// <summary>The first page after sign-in.</summary>
public sealed class DeskPageModel : PageModel;
