using System.ComponentModel.DataAnnotations;

namespace Commonstead.Accounts;

/// <summary>
/// What a person does for the trust; each role stands for the permissions in <see cref="RoleTable"/>.
/// </summary>
public enum Role
{
    /// <summary>Staff or volunteer who looks after homes and carries resales.</summary>
    [Display(Name = "Steward")] Steward,

    /// <summary>The second person who approves a price or a closing.</summary>
    [Display(Name = "Second approver")] Approver,

    /// <summary>Keeps the trust's money.</summary>
    [Display(Name = "Treasurer")] Treasurer,

    /// <summary>Sits on the board.</summary>
    [Display(Name = "Board member")] Board,

    /// <summary>Owns a home on the trust's land; sees her own lease and nobody else's.</summary>
    [Display(Name = "Leaseholder")] Leaseholder,

    /// <summary>Reads everything, changes nothing.</summary>
    [Display(Name = "Auditor")] Auditor,

    /// <summary>Votes; sees her own membership and nobody else's.</summary>
    [Display(Name = "Member")] Member,
}
