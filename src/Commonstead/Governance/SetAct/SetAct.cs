using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>What an act needs, in a draft of the bylaws.</summary>
public sealed class SetActInput : IBylawsInput
{
    /// <summary>Bodies that one act can ask.</summary>
    public const int MostBodies = 4;

    /// <inheritdoc/>
    public BylawsId Bylaws { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>The code of an act in the table; empty for a new one.</summary>
    [StringLength(ActCode.Longest, ErrorMessage = "The kind of act is not understood.")]
    public string? Code { get; set; }

    /// <summary>What people call it.</summary>
    [Required(ErrorMessage = "Enter what the act is called."), Display(Name = "Name")]
    [StringLength(100, ErrorMessage = "The name is longer than 100 characters.")]
    public string Name { get; set; } = "";

    /// <summary>From which amount on.</summary>
    [Display(Name = "From this amount on"), Range(0, 1e12, ErrorMessage = "Enter an amount from 0.")]
    public decimal? Above { get; set; }

    /// <summary>Who else must agree, a line each.</summary>
    [Display(Name = "Consents and registrations needed, one a line"), DataType(DataType.MultilineText)]
    [StringLength(2_000, ErrorMessage = "The consents are longer than 2,000 characters.")]
    public string? Consents { get; set; }

    /// <summary>The share of a second meeting that confirms it; empty for none.</summary>
    [Display(Name = "Share that a second meeting needs")]
    [StringLength(40, ErrorMessage = "The share is not understood.")]
    public string? ConfirmShare { get; set; }

    /// <summary>Days after the first meeting, at the earliest.</summary>
    [Display(Name = "Days after the first, at the earliest")]
    [Range(0, 366, ErrorMessage = "Enter days from 0 to 366.")]
    public int? NotBefore { get; set; }

    /// <summary>Days after the first meeting, at the latest.</summary>
    [Display(Name = "Days after the first, at the latest")]
    [Range(0, 366, ErrorMessage = "Enter days from 0 to 366.")]
    public int? NotLater { get; set; }

    /// <summary>The bodies; rows without one are not used.</summary>
    [MaxLength(MostBodies, ErrorMessage = "Enter at most 4 bodies.")]
    public IList<BodyInput> Bodies { get; set; } = [];
}

/// <summary>What a body needs to pass an act.</summary>
public sealed class BodyInput
{
    /// <summary>The board, all members, or a class; empty for an unused row.</summary>
    [Display(Name = "Body"), StringLength(40, ErrorMessage = "The body is not understood.")]
    public string? Body { get; set; }

    /// <summary>The share.</summary>
    [Display(Name = "Share that passes it"), StringLength(40, ErrorMessage = "The share is not understood.")]
    public string? Share { get; set; }

    /// <summary>What it is a share of.</summary>
    [Display(Name = "Share of")]
    public VoteBase Of { get; set; }

    /// <summary>So many must be there.</summary>
    [Display(Name = "Quorum: at least so many"), Range(0, 100_000, ErrorMessage = "Enter a number from 0.")]
    public int? QuorumAtLeast { get; set; }

    /// <summary>This share must be there.</summary>
    [Display(Name = "Quorum: share of those entitled")]
    [StringLength(40, ErrorMessage = "The share is not understood.")]
    public string? QuorumShare { get; set; }

    /// <summary>Every class with seats must be there.</summary>
    [Display(Name = "Quorum: every class that has seats")]
    public bool EachClass { get; set; }

    /// <summary>The share of those entitled that must vote.</summary>
    [Display(Name = "Turnout needed"), StringLength(40, ErrorMessage = "The share is not understood.")]
    public string? Turnout { get; set; }

    /// <summary>Days of notice.</summary>
    [Display(Name = "Days of notice"), Range(0, 366, ErrorMessage = "Enter days from 0 to 366.")]
    public int? NoticeDays { get; set; }
}

/// <summary>Why an act's rule is not set.</summary>
public enum SetActRefusal
{
    /// <summary>A share is more than a half, at least two thirds, and so on.</summary>
    [Says("Choose a share.")]
    ShareUnknown,

    /// <summary>Somebody has to decide.</summary>
    [Says("Choose at least one body.", Field = "Bodies[0].Body")]
    NobodyDecides,

    /// <summary>A second meeting has its window.</summary>
    [Says("Enter the first and the last day of the second meeting.", Field = nameof(SetActInput.NotBefore))]
    WindowMissing,

    /// <summary>A name has a letter or digit of the Latin alphabet to make the code of.</summary>
    [Says("The name needs at least one letter or digit.", Field = nameof(SetActInput.Name))]
    NameWithoutLetters,

    /// <summary>Two acts of one name cannot be told apart.</summary>
    [Says("There is an act of that name.", Field = nameof(SetActInput.Name))]
    NameTwice,
}

/// <summary>Says in a draft of the bylaws what an act needs.</summary>
[Needs(GovernancePermission.Keep)]
[Does("Act set in a draft of the bylaws")]
public sealed class SetAct(BylawDrafts drafts) : IOperation<SetActInput, BylawsId>
{
    /// <inheritdoc/>
    public async Task<Outcome<BylawsId>> Run(SetActInput input)
    {
        var found = await drafts.Open(input);
        if (!found.IsDone) return Outcome<BylawsId>.Refused(found.Refusals);
        var draft = found.Value;
        var code = input.Code is { Length: > 0 } known && draft.Rules.Act(known) is not null
            ? known : SearchText.Code(input.Name, ActCode.Longest);
        if (code.Length == 0) return SetActRefusal.NameWithoutLetters;
        if (draft.Rules.Acts.Any(a => a.Code != code && SearchText.Of(a.Name) == SearchText.Of(input.Name))
            || (input.Code is not { Length: > 0 } && draft.Rules.Act(code) is not null))
        {
            return SetActRefusal.NameTwice;
        }

        var bodies = Bodies(input);
        if (!bodies.IsDone) return Outcome<BylawsId>.Refused(bodies.Refusals);
        Confirmation? confirmation = null;
        if (input.ConfirmShare is { Length: > 0 } text)
        {
            if (!Threshold.TryParse(text, out var share))
                return Refusal.At(nameof(input.ConfirmShare), SetActRefusal.ShareUnknown);
            if (input is not { NotBefore: { } from, NotLater: { } until }) return SetActRefusal.WindowMissing;
            confirmation = new Confirmation(share, from, until);
        }

        BylawDrafts.Put(draft, new ActRule
        {
            Code = code,
            Name = input.Name.Trim(),
            Bodies = bodies.Value,
            Above = input.Above,
            Confirmation = confirmation,
            Consents = [.. (input.Consents ?? "").Split('\n').Select(c => c.Trim())
                .Where(c => c.Length > 0).Distinct()],
        });
        return draft.Id;
    }

    private static Outcome<List<BodyRule>> Bodies(SetActInput input)
    {
        var bodies = new List<BodyRule>();
        foreach (var (index, row) in input.Bodies.Index())
        {
            if (row.Body?.Trim() is not { Length: > 0 } body) continue;
            if (!Threshold.TryParse(row.Share, out var share)) return Wrong(nameof(row.Share));
            if (!TryShare(row.QuorumShare, out var quorum)) return Wrong(nameof(row.QuorumShare));
            if (!TryShare(row.Turnout, out var turnout)) return Wrong(nameof(row.Turnout));
            bodies.Add(new BodyRule
            {
                Body = body,
                Share = share,
                Of = row.Of,
                Quorum = new Quorum(row.QuorumAtLeast ?? 0, quorum, row.EachClass),
                Turnout = turnout,
                NoticeDays = row.NoticeDays ?? 0,
            });

            Refusal Wrong(string field) =>
                Refusal.At($"{nameof(input.Bodies)}[{index}].{field}", SetActRefusal.ShareUnknown);
        }

        return bodies.Count > 0 ? bodies : SetActRefusal.NobodyDecides;
    }

    private static bool TryShare(string? text, out Threshold? share)
    {
        share = null;
        if (string.IsNullOrWhiteSpace(text)) return true;
        var isRead = Threshold.TryParse(text, out var read);
        share = read;
        return isRead;
    }
}
