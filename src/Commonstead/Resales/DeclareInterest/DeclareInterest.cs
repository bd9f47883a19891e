using System.ComponentModel.DataAnnotations;
using Commonstead.Accounts;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Resales;

/// <summary>A tie between somebody who works for the trust and the seller or the buyer.</summary>
public sealed class DeclareInterestInput
{
    /// <summary>The resale.</summary>
    public ResaleId Resale { get; set; }

    /// <summary>The account of whoever has the interest; empty for oneself.</summary>
    [Display(Name = "Who"), StringLength(40)]
    public string? Account { get; set; }

    /// <summary>What the tie is.</summary>
    [Display(Name = "The tie is"), EnumDataType(typeof(Relation), ErrorMessage = "Choose what the tie is.")]
    public Relation Relation { get; set; }

    /// <summary>The tie in words.</summary>
    [Required(ErrorMessage = "Say what the tie is, such as: the buyer is my cousin.")]
    [StringLength(500, ErrorMessage = "The words are longer than 500 characters.")]
    [Display(Name = "In words"), DataType(DataType.MultilineText)]
    public string Words { get; set; } = "";
}

/// <summary>Why an interest is not recorded.</summary>
public enum DeclareInterestRefusal
{
    /// <summary>No such account, or none that works for the trust.</summary>
    [Says("Choose somebody who works for the trust.", Field = nameof(DeclareInterestInput.Account))]
    UnknownAccount,

    /// <summary>Everybody declares their own; recording another's is a steward's.</summary>
    [Says("You may declare your own interest only. Ask a steward to record another's.",
        Field = nameof(DeclareInterestInput.Account), Kind = RefusalKind.NotAllowed)]
    NotYours,

    /// <summary>It stands already.</summary>
    [Says("That interest is on record since {0}.", Kind = RefusalKind.Conflict)]
    OnRecord,
}

/// <summary>
/// Puts on record that somebody has an interest in a resale; from then on they approve neither price nor buyer nor
/// closing. It can be declared at any time, and by nobody's leave.
/// </summary>
[Needs(ResalePermission.DeclareInterest)]
[Does("Conflict of interest declared")]
public sealed class DeclareInterest(TrustDb db, Acting acting, IAccounts accounts, ResaleWork work)
    : IOperation<DeclareInterestInput, DeclaredInterestId>
{
    /// <inheritdoc/>
    public async Task<Outcome<DeclaredInterestId>> Run(DeclareInterestInput input)
    {
        var found = await work.Now(input.Resale);
        if (!found.IsDone) return Outcome<DeclaredInterestId>.Refused(found.Refusals);
        var own = acting.Actor;
        var account = string.IsNullOrWhiteSpace(input.Account) ? own.Key : input.Account.Trim();
        if (account != own.Key && !own.May(ResalePermission.Work)) return DeclareInterestRefusal.NotYours;
        var who = account == own.Key ? own : await accounts.ActorOf(account);
        if (who?.May(ResalePermission.DeclareInterest) != true) return DeclareInterestRefusal.UnknownAccount;
        var stands = await db.Set<DeclaredInterest>().FirstOrDefaultAsync(i =>
            i.Resale == input.Resale && i.Account == account && i.Relation == input.Relation && i.WithdrawnOn == null);
        if (stands is not null) return new Refusal(DeclareInterestRefusal.OnRecord, stands.DeclaredOn);
        var interest = new DeclaredInterest
        {
            Resale = input.Resale,
            Account = account,
            Person = who.Person is { } person ? new People.PersonId(person) : null,
            Relation = input.Relation,
            Words = input.Words.Trim(),
            DeclaredOn = acting.Today,
            By = own.Key,
        };
        db.Add(interest);
        work.Happened(found.Value, acting.Today, "Interest declared.", who.Name);
        return interest.Id;
    }
}
