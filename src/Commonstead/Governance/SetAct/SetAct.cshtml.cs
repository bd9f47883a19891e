using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Commonstead.Governance;

/// <summary>The form that says what an act needs.</summary>
public sealed class SetActModel(
    OperationRunner runner, BylawBook bylaws, SetAct operation, BodyNames bodies, IStringLocalizer<Words> words)
    : BylawForm<SetActInput>(runner, bylaws, operation)
{
    private string Code => Request.Query["code"].ToString();

    /// <summary>Bodies to choose from.</summary>
    public IReadOnlyList<SelectListItem> BodyChoices { get; private set; } = [];

    /// <summary>Shares that pass an act.</summary>
    public IReadOnlyList<SelectListItem> ShareChoices => Shares.Choices(words);

    /// <summary>Shares that have to be there.</summary>
    public IReadOnlyList<SelectListItem> PartChoices => Shares.Parts(words);

    /// <summary>What a share is one of.</summary>
    public IReadOnlyList<SelectListItem> Bases => Shares.Bases(words);

    /// <inheritdoc/>
    protected override bool Seed(BylawsId id, bool isNew) =>
        base.Seed(id, isNew) && (!isNew || Code.Length == 0 || Bylaws.Rules.Act(Code) is not null);

    /// <inheritdoc/>
    protected override async Task Prepare(bool isNew)
    {
        BodyChoices = [new SelectListItem(words["Nobody"], ""), .. await bodies.Choices()];
        if (isNew && Bylaws.Rules.Act(Code) is { } act) Fill(act);
        while (Input.Bodies.Count < SetActInput.MostBodies) Input.Bodies.Add(new BodyInput());
    }

    private void Fill(Core.ActRule act)
    {
        (Input.Code, Input.Name, Input.Above) = (act.Code, act.Name, act.Above);
        Input.Consents = string.Join('\n', act.Consents);
        Input.ConfirmShare = act.Confirmation?.Share.ToString();
        (Input.NotBefore, Input.NotLater) = (act.Confirmation?.NotBefore, act.Confirmation?.NotLater);
        Input.Bodies =
        [
            .. act.Bodies.Select(b => new BodyInput
            {
                Body = b.Body,
                Share = b.Share.ToString(),
                Of = b.Of,
                QuorumAtLeast = b.Quorum.AtLeast,
                QuorumShare = b.Quorum.Share?.ToString(),
                EachClass = b.Quorum.EachClass,
                Turnout = b.Turnout?.ToString(),
                NoticeDays = b.NoticeDays,
            }),
        ];
    }
}
