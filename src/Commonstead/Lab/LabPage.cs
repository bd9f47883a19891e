using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Commonstead.Pricing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
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

/// <summary>What the part of the form needs that is about possible futures.</summary>
public interface IFuturesPage : ILabPage
{
    /// <summary>The study.</summary>
    new FuturesQuestion Ask { get; }

    /// <summary>True where owners leave, and it is to be said how long they stay.</summary>
    bool AsksForStay { get; }
}

/// <summary>What the part of a page needs that shows how far a study is.</summary>
public interface IRunPage
{
    /// <summary>The run that is under way, or null.</summary>
    LabRun? Run { get; }

    /// <summary>The address at which the study is, and is computed when it is not.</summary>
    string Here { get; }

    /// <summary>Where one looks again: the study as far as it is, or that somebody stopped it.</summary>
    string AgainAddress { get; }

    /// <summary>Where it is told how far it is.</summary>
    string ProgressAddress { get; }

    /// <summary>Where it is stopped.</summary>
    string StopAddress { get; }
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

    /// <summary>False on a page of homes that have their rules in their leases.</summary>
    protected virtual bool OffersRules => true;

    /// <summary>Reads what the form offers, and the study to begin with when the address names none.</summary>
    /// <returns>Whether there is a study to compute.</returns>
    protected async Task<bool> IsAsked()
    {
        (Rules, Series) = (OffersRules ? await bench.Rules() : [], await bench.Series());
        if (Request.Query.Keys.All(k => k == "Ask.Rules")) await bench.Begin(Ask);
        var isComplete = Ask.Rules.Count > 0 && Ask.Market is not null;
        return (isComplete || Request.Query.Count > 0) && IsRead;
    }

    /// <summary>Shows the page with why there is nothing to see of a study.</summary>
    protected async Task<IActionResult> Refused(IReadOnlyList<Refusal> refusals)
    {
        await IsAsked();
        this.Accepts(Outcome<Done>.Refused(refusals), nameof(Ask));
        return Page();
    }

    // What another form of the page lacks does not keep the study from being shown.
    private bool IsRead =>
        ModelState.GetFieldValidationState(nameof(Ask)) != ModelValidationState.Invalid || this.CanRead();

    /// <summary>The address of the study as it is shown, on a page, with some of it changed.</summary>
    protected string Address(string page, params (string Name, string Value)[] changed) => page + QueryString.Create(
        LabAddress.Of(Ask).Where(one => !changed.Any(c => c.Name == one.Key))
            .Concat(changed.Select(c => KeyValuePair.Create<string, string?>(c.Name, c.Value))));
}

/// <summary>What the form that publishes a study needs of its page.</summary>
public interface IStudyPage
{
    /// <summary>The form.</summary>
    PublishStudyInput Publish { get; }

    /// <summary>True when the reader may publish it.</summary>
    bool MayPublish { get; }

    /// <summary>The address that publishes it.</summary>
    string PublishAddress { get; }

    /// <summary>The address of its tables as a file.</summary>
    string CsvAddress { get; }
}

/// <summary>A page of the lab that computes a study, which can be published.</summary>
/// <typeparam name="TQuestion">What it asks.</typeparam>
public abstract class StudyPage<TQuestion>(
    LabBench bench, OperationRunner runner, PublishStudy publish, Acting acting, string page)
    : LabPage<TQuestion>(bench), IStudyPage
    where TQuestion : LabQuestion, new()
{
    /// <inheritdoc/>
    [BindProperty]
    public PublishStudyInput Publish { get; set; } = new();

    /// <inheritdoc/>
    public bool MayPublish => acting.Actor.May(LabPermission.Publish);

    /// <inheritdoc/>
    public string PublishAddress => Address(page, ("handler", "Publish"));

    /// <inheritdoc/>
    public string CsvAddress => Address(page, ("handler", "Csv"));

    /// <summary>Shows the study of the address, or one to begin with.</summary>
    public abstract Task OnGetAsync(CancellationToken cancellation);

    /// <summary>Publishes it.</summary>
    public async Task<IActionResult> OnPostPublishAsync(CancellationToken cancellation)
    {
        if (this.CanRead())
        {
            var file = await FileOf(cancellation);
            if (!file.IsDone) return await Refused(file.Refusals);
            (Publish.File, Publish.Address) = (file.Value, Address(page));
            var outcome = await runner.Run(publish, Publish, Once.KeyOf(Request));
            if (this.Accepts(outcome, nameof(Publish))) return Redirect($"/lab/studies/{outcome.Value}");
        }

        await OnGetAsync(cancellation);
        return Page();
    }

    /// <summary>The file of the study, once it is computed.</summary>
    protected abstract Task<Outcome<LabFile>> FileOf(CancellationToken cancellation);
}
