using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Members;

/// <summary>The terms of membership from a day on.</summary>
public sealed class SetMembershipTermsInput
{
    /// <summary>The most classes.</summary>
    public const int MostClasses = 8;

    /// <summary>The first day they hold.</summary>
    [Required(ErrorMessage = "Enter the day from which the terms hold.")]
    [Display(Name = "In force from")]
    public DateOnly? From { get; set; }

    /// <summary>The version of the terms of that very day, as the actor saw it; 0 for new ones.</summary>
    public int SeenVersion { get; set; }

    /// <summary>Leaseholders are members by their lease.</summary>
    [Display(Name = "Whoever holds a lease is a member by it")]
    public bool LeaseholdersByLease { get; set; }

    /// <summary>Applications wait for a decision.</summary>
    [Display(Name = "Somebody decides on every application")]
    public bool NeedsApproval { get; set; }

    /// <summary>The youngest age.</summary>
    [Range(0, 30, ErrorMessage = "Enter an age from 0 to 30, or leave it empty.")]
    [Display(Name = "Minimum age")]
    public int? MinimumAge { get; set; }

    /// <summary>Where members live or work.</summary>
    [StringLength(300, ErrorMessage = "The area is longer than 300 characters."), DataType(DataType.MultilineText)]
    [Display(Name = "Area where members live or work")]
    public string? Area { get; set; }

    /// <summary>The price of a share.</summary>
    [Display(Name = "Price of the share that every member holds")]
    public Money? SharePrice { get; set; }

    /// <summary>Dues of a period.</summary>
    [Display(Name = "Dues")]
    public Money? Dues { get; set; }

    /// <summary>The period.</summary>
    [Display(Name = "Dues are paid"), EnumDataType(typeof(DuesPeriod), ErrorMessage = "Choose how often.")]
    public DuesPeriod DuesPeriod { get; set; }

    /// <summary>Months unpaid before a membership may lapse.</summary>
    [Range(1, 120, ErrorMessage = "Enter 1 to 120 months, or leave it empty.")]
    [Display(Name = "An unpaid membership may lapse after")]
    public int? LapseAfterMonths { get; set; }

    /// <summary>The classes; rows without a name are not used.</summary>
    [MaxLength(MostClasses, ErrorMessage = "Enter at most 8 classes.")]
    public IList<ClassInput> Classes { get; set; } = [];
}

/// <summary>A class of the terms.</summary>
public sealed class ClassInput
{
    /// <summary>The code of a class known before; empty for a new one.</summary>
    [StringLength(ClassCode.Longest, ErrorMessage = "The code is longer than 30 characters.")]
    public string? Code { get; set; }

    /// <summary>What people call it.</summary>
    [StringLength(60, ErrorMessage = "The name is longer than 60 characters.")]
    [Display(Name = "Name")]
    public string? Name { get; set; }

    /// <summary>Who may belong to it.</summary>
    [Display(Name = "Who belongs to it"), EnumDataType(typeof(ClassBasis), ErrorMessage = "Choose who belongs to it.")]
    public ClassBasis Basis { get; set; } = ClassBasis.Anyone;
}

/// <summary>Why terms are not set.</summary>
public enum SetMembershipTermsRefusal
{
    /// <summary>What was in force stays what it was.</summary>
    [Says("Terms from {0} are on record. New ones begin on that day or later.",
        Field = nameof(SetMembershipTermsInput.From))]
    BeforeOthers,

    /// <summary>Without a class nobody can be a member.</summary>
    [Says("Name at least one class that has members.", Field = "Classes[0].Name")]
    NoClassWithMembers,

    /// <summary>Names tell classes apart.</summary>
    [Says("Two classes are called “{0}”.")]
    NameTwice,

    /// <summary>A name has a letter or digit of the Latin alphabet to make the code of.</summary>
    [Says("“{0}” needs at least one letter or digit.")]
    NameWithoutLetters,

    /// <summary>Whoever stands in a class is not left without one.</summary>
    [Says("{0} members belong to the class “{1}”. Keep it, or change their class first.")]
    ClassInUse,

    /// <summary>Leaseholders become members of a class of theirs.</summary>
    [Says("Name a class for those who hold a lease, or say that nobody is a member by a lease.",
        Field = nameof(SetMembershipTermsInput.LeaseholdersByLease))]
    NoClassForLeaseholders,

    /// <summary>A share is worth something, dues are something.</summary>
    [Says("Enter an amount above zero, or leave it empty.")]
    AmountNotAboveZero,

    /// <summary>In a society membership rests on the share, not on dues.</summary>
    [Says("Where membership rests on a share it does not lapse for dues. Leave one of the two empty.",
        Field = nameof(SetMembershipTermsInput.LapseAfterMonths))]
    SharesDoNotLapse,

    /// <summary>Nothing lapses that was not due.</summary>
    [Says("A membership lapses only for dues that were not paid. Enter the dues.",
        Field = nameof(SetMembershipTermsInput.Dues))]
    NothingToLapseFor,
}

/// <summary>Sets the terms of membership from a day on; the terms of earlier days stay.</summary>
[Needs(MembersPermission.Keep)]
[Does("Terms of membership set")]
public sealed class SetMembershipTerms(TrustDb db) : IOperation<SetMembershipTermsInput, MembershipTermsId>
{
    /// <inheritdoc/>
    public async Task<Outcome<MembershipTermsId>> Run(SetMembershipTermsInput input)
    {
        var from = input.From!.Value;
        var latest = await db.Set<MembershipTerms>().Include(t => t.Classes).OrderByDescending(t => t.From)
            .FirstOrDefaultAsync();
        if (latest?.From > from) return new Refusal(SetMembershipTermsRefusal.BeforeOthers, latest.From);
        var same = latest?.From == from ? latest : null;
        if ((same?.Version ?? 0) != input.SeenVersion)
            return Refusal.ChangedSince(same, input.SeenVersion, "the terms of membership");
        if (Classes(input) is var classes && classes.Refusals.Count > 0)
            return Outcome<MembershipTermsId>.Refused(classes.Refusals);
        if (await InUse(classes.Value) is { } used) return used;
        if (Broken(input, classes.Value) is { } broken) return broken;
        var terms = same ?? new MembershipTerms { From = from };
        Fill(terms, input);
        db.RemoveRange(terms.Classes);
        terms.Classes.Clear();
        if (same is null) db.Add(terms);
        foreach (var (index, named) in classes.Value.Index())
        {
            db.Add(new MembershipClass
            {
                Terms = terms.Id,
                Code = named.Code!,
                Name = named.Name!,
                Basis = named.Basis,
                Place = index + 1,
            });
        }

        return terms.Id;
    }

    private static void Fill(MembershipTerms terms, SetMembershipTermsInput input)
    {
        terms.LeaseholdersByLease = input.LeaseholdersByLease;
        terms.NeedsApproval = input.NeedsApproval;
        terms.MinimumAge = input.MinimumAge;
        terms.Area = input.Area?.Trim() is { Length: > 0 } area ? area : null;
        terms.SharePrice = input.SharePrice;
        terms.Dues = input.Dues;
        terms.DuesPeriod = input.DuesPeriod;
        terms.LapseAfterMonths = input.LapseAfterMonths;
    }

    private static Outcome<List<ClassInput>> Classes(SetMembershipTermsInput input)
    {
        var named = new List<ClassInput>();
        foreach (var (row, one) in input.Classes.Index())
        {
            if (one.Name?.Trim() is not { Length: > 0 } name) continue;
            var code = one.Code is { Length: > 0 } known ? known : SearchText.Code(name, ClassCode.Longest);
            var field = $"{nameof(input.Classes)}[{row}].{nameof(one.Name)}";
            if (code.Length == 0) return Refusal.At(field, SetMembershipTermsRefusal.NameWithoutLetters, name);
            if (named.Exists(n => n.Code == code || SearchText.Of(n.Name) == SearchText.Of(name)))
                return Refusal.At(field, SetMembershipTermsRefusal.NameTwice, name);
            named.Add(new ClassInput { Code = code, Name = name, Basis = one.Basis });
        }

        return named;
    }

    private async Task<Refusal?> InUse(List<ClassInput> classes)
    {
        var kept = classes.Where(c => c.Basis != ClassBasis.SeatsOnly).Select(c => c.Code).ToList();
        var lost = await db.Set<Member>().Where(m => m.EndReason == null && !kept.Contains(m.Class))
            .GroupBy(m => m.Class).Select(g => new { g.Key, Count = g.Count() }).FirstOrDefaultAsync();
        return lost is null ? null : new Refusal(SetMembershipTermsRefusal.ClassInUse, lost.Count, lost.Key);
    }

    private static Refusal? Broken(SetMembershipTermsInput input, List<ClassInput> classes)
    {
        if (!classes.Exists(c => c.Basis != ClassBasis.SeatsOnly))
            return new Refusal(SetMembershipTermsRefusal.NoClassWithMembers);
        if (input.LeaseholdersByLease && !classes.Exists(c => c.Basis == ClassBasis.Leaseholders))
            return new Refusal(SetMembershipTermsRefusal.NoClassForLeaseholders);
        if (input.SharePrice?.Minor <= 0)
            return Refusal.At(nameof(input.SharePrice), SetMembershipTermsRefusal.AmountNotAboveZero);
        if (input.Dues?.Minor <= 0) return Refusal.At(nameof(input.Dues), SetMembershipTermsRefusal.AmountNotAboveZero);
        if (input is { SharePrice: not null, LapseAfterMonths: not null })
            return new Refusal(SetMembershipTermsRefusal.SharesDoNotLapse);
        return input is { LapseAfterMonths: not null, Dues: null }
            ? new Refusal(SetMembershipTermsRefusal.NothingToLapseFor) : null;
    }
}
