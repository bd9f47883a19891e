using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;

namespace Commonstead.Members;

/// <summary>That a member's dues were settled.</summary>
public sealed class RecordDuesInput : IMemberInput
{
    /// <inheritdoc/>
    public MemberId Member { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>The day.</summary>
    [Required(ErrorMessage = "Enter the day.")]
    [Display(Name = "On")]
    public DateOnly? On { get; set; }

    /// <summary>How.</summary>
    [Display(Name = "How"), EnumDataType(typeof(DuesManner), ErrorMessage = "Choose how.")]
    public DuesManner Manner { get; set; }

    /// <summary>What was paid.</summary>
    [Display(Name = "Amount")]
    public Money? Amount { get; set; }

    /// <summary>The last day that is settled.</summary>
    [Required(ErrorMessage = "Enter the last day that is settled.")]
    [Display(Name = "Settled through")]
    public DateOnly? Through { get; set; }

    /// <summary>A word about it.</summary>
    [StringLength(300, ErrorMessage = "The note is longer than 300 characters.")]
    [Display(Name = "What was done in kind, or a note")]
    public string? Note { get; set; }
}

/// <summary>Why dues are not recorded.</summary>
public enum RecordDuesRefusal
{
    /// <summary>There must be dues to settle.</summary>
    [Says("The terms of that day ask for no dues.", Kind = RefusalKind.Conflict)]
    NoDues,

    /// <summary>Nobody paid tomorrow.</summary>
    [Says("Enter a day from {0} to today.", Field = nameof(RecordDuesInput.On))]
    DayNotUsable,

    /// <summary>Money is an amount.</summary>
    [Says("Enter what was paid, in {0} and above zero.", Field = nameof(RecordDuesInput.Amount))]
    AmountMissing,

    /// <summary>What is not money has no amount.</summary>
    [Says("Leave the amount out, or choose “Paid”.", Field = nameof(RecordDuesInput.Amount))]
    AmountNotPaid,

    /// <summary>What was done in kind is said.</summary>
    [Says("Say what was done in kind.", Field = nameof(RecordDuesInput.Note))]
    InKindNotSaid,

    /// <summary>A settling settles something, and not for ever.</summary>
    [Says("They are settled through {0}. Enter a later day, at most five years ahead.",
        Field = nameof(RecordDuesInput.Through))]
    ThroughNotUsable,
}

/// <summary>Records that dues were paid, settled in kind, or waived.</summary>
[Needs(MembersPermission.KeepDues)]
[Does("Dues of a member settled")]
public sealed class RecordDues(TrustDb db, Acting acting, MemberRegister register, MemberRules rules)
    : IOperation<RecordDuesInput, MemberId>
{
    private const int MostYearsAhead = 5;

    /// <inheritdoc/>
    public async Task<Outcome<MemberId>> Run(RecordDuesInput input)
    {
        var found = await rules.Open(input.Member, input.Version);
        if (!found.IsDone) return Outcome<MemberId>.Refused(found.Refusals);
        var (member, on, through) = (found.Value, input.On!.Value, input.Through!.Value);
        if (on < member.JoinedOn || on > acting.Today)
            return new Refusal(RecordDuesRefusal.DayNotUsable, member.JoinedOn);
        if ((await register.TermsOn(on)).Dues is not { } dues) return RecordDuesRefusal.NoDues;
        if (input.Manner == DuesManner.Paid
            && (input.Amount is not { } amount || amount.Minor <= 0 || amount.Currency != dues.Currency))
            return new Refusal(RecordDuesRefusal.AmountMissing, dues.Currency.Code);
        if (input.Manner != DuesManner.Paid && input.Amount is not null) return RecordDuesRefusal.AmountNotPaid;
        if (input.Manner == DuesManner.InKind && string.IsNullOrWhiteSpace(input.Note))
            return RecordDuesRefusal.InKindNotSaid;
        if (through <= member.SettledThrough || through > acting.Today.AddYears(MostYearsAhead))
            return new Refusal(RecordDuesRefusal.ThroughNotUsable, member.SettledThrough);
        member.SettledThrough = through;
        db.Add(new DuesPayment
        {
            Member = member.Id,
            On = on,
            Manner = input.Manner,
            Amount = input.Amount,
            Through = through,
            Note = input.Note?.Trim() is { Length: > 0 } note ? note : null,
        });
        return member.Id;
    }
}
