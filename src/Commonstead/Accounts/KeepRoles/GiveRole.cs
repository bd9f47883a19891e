using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Accounts;

/// <summary>A role for an account.</summary>
public sealed class GiveRoleInput
{
    /// <summary>The account.</summary>
    public AccountId Account { get; set; }

    /// <summary>The role.</summary>
    [Display(Name = "Role"), EnumDataType(typeof(Role), ErrorMessage = "Choose a role.")]
    public Role Role { get; set; }

    /// <summary>The first day; today when left empty.</summary>
    [Display(Name = "From")]
    public DateOnly? From { get; set; }

    /// <summary>The last day; without an end when left empty.</summary>
    [Display(Name = "Until")]
    public DateOnly? Until { get; set; }
}

/// <summary>Why a role is not given.</summary>
public enum GiveRoleRefusal
{
    /// <summary>A closed account stays closed.</summary>
    [Says("This account is closed.", Kind = RefusalKind.Conflict)]
    Closed,

    /// <summary>Two people act where one must not: nobody makes themselves the second.</summary>
    [Says("You cannot give yourself a role that approves what others prepare. Ask another steward.",
        Field = nameof(GiveRoleInput.Role))]
    OwnApproval,

    /// <summary>What was done before the role was given was done without it.</summary>
    [Says("A role begins today or later.", Field = nameof(GiveRoleInput.From))]
    BeginsInThePast,

    /// <summary>A role ends after it begins.</summary>
    [Says("The last day is before the first.", Field = nameof(GiveRoleInput.Until))]
    EndsBeforeItBegins,

    /// <summary>They hold it in those days already.</summary>
    [Says("They hold this role in those days already.", Field = nameof(GiveRoleInput.Role))]
    HeldAlready,
}

/// <summary>Gives an account a role from a date and perhaps to one.</summary>
[Needs(AccountPermission.Manage)]
[Does("Role given")]
public sealed class GiveRole(TrustDb db, Acting acting) : IOperation<GiveRoleInput, RoleGrantId>
{
    /// <inheritdoc/>
    public async Task<Outcome<RoleGrantId>> Run(GiveRoleInput input)
    {
        var from = input.From ?? acting.Today;
        var account = await db.Set<Account>().Include(a => a.Roles)
            .FirstOrDefaultAsync(a => a.Id == input.Account.Value);
        if (account is null) return CommonRefusal.NotFound;
        if (account.ClosedOn is not null) return GiveRoleRefusal.Closed;
        if (input.Account.ToString() == acting.Actor.Key && RoleTable.Approves(input.Role))
            return GiveRoleRefusal.OwnApproval;
        if (from < acting.Today) return GiveRoleRefusal.BeginsInThePast;
        if (input.Until < from) return GiveRoleRefusal.EndsBeforeItBegins;
        var last = input.Until ?? DateOnly.MaxValue;
        if (account.Roles.Exists(g => g.Role == input.Role && g.From <= last && (g.Until ?? DateOnly.MaxValue) >= from))
            return GiveRoleRefusal.HeldAlready;
        var grant = new RoleGrant { AccountId = account.Id, Role = input.Role, From = from, Until = input.Until };
        db.Add(grant);
        return grant.Id;
    }
}
