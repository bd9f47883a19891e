using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Commonstead.Ballots;

/// <summary>What is said of marks that cannot be read: beside which choice they stand.</summary>
internal static class PaperErrors
{
    /// <summary>Names the choice wherever something else than a number was typed.</summary>
    /// <param name="page">A page with a paper.</param>
    /// <param name="paper">The paper.</param>
    public static void NameUnread(this PageModel page, PaperView paper)
    {
        var words = page.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<Words>>();
        foreach (var (index, choice) in paper.Choices.Index())
        {
            var key = PaperView.FieldOf(index);
            if (!page.ModelState.TryGetValue(key, out var entry) || entry.Errors.Count == 0) continue;
            entry.Errors.Clear();
            page.ModelState.AddModelError(key, words[
                "{0}: “{1}” is no number. Write a number beside the name, or leave it empty.",
                words[choice.Name].Value, entry.AttemptedValue ?? ""]);
        }
    }
}
