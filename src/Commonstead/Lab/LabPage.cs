using Commonstead.Platform.Web;
using Commonstead.Pricing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Lab;

/// <summary>What the form of a study needs of its page.</summary>
public interface ILabPage
{
    /// <summary>The study.</summary>
    LabQuestion Ask { get; }

    /// <summary>The rules one may choose.</summary>
    IReadOnlyList<RuleTitle> Rules { get; }

    /// <summary>The codes of the trust's series.</summary>
    IReadOnlyList<string> Series { get; }
}

/// <summary>A page of the lab, whose whole study stands in the address.</summary>
/// <typeparam name="TQuestion">What it asks.</typeparam>
public abstract class LabPage<TQuestion>(LabBench bench) : PageModel, ILabPage
    where TQuestion : LabQuestion, new()
{
    /// <summary>The study.</summary>
    [BindProperty(SupportsGet = true)]
    public TQuestion Ask { get; set; } = new();

    /// <inheritdoc/>
    public IReadOnlyList<RuleTitle> Rules { get; private set; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<string> Series { get; private set; } = [];

    LabQuestion ILabPage.Ask => Ask;

    /// <summary>Where studies are set up.</summary>
    protected LabBench Bench => bench;

    /// <summary>Reads what the form offers, and the study to begin with when the address names none.</summary>
    /// <returns>Whether there is a study to compute.</returns>
    protected async Task<bool> IsAsked()
    {
        (Rules, Series) = (await bench.Rules(), await bench.Series());
        if (Request.Query.Count == 0) await bench.Begin(Ask);
        return Ask.Rules.Count > 0 && Ask.Market is not null && this.CanRead();
    }

    /// <summary>The address of the study as it is shown, on a page, with some of it changed.</summary>
    protected string Address(string page, params (string Name, string Value)[] changed) => page + QueryString.Create(
        LabAddress.Of(Ask).Where(one => !changed.Any(c => c.Name == one.Key))
            .Concat(changed.Select(c => KeyValuePair.Create<string, string?>(c.Name, c.Value))));
}
