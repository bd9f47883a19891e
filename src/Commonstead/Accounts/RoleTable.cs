using Commonstead.Ballots;
using Commonstead.Governance;
using Commonstead.Lab;
using Commonstead.Land;
using Commonstead.Leases;
using Commonstead.Members;
using Commonstead.People;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Mail;
using Commonstead.Pricing;
using Commonstead.Resales;
using Commonstead.Series;

namespace Commonstead.Accounts;

/// <summary>Which permissions each role stands for: the one place where they are reviewed.</summary>
public static class RoleTable
{
    private static readonly string[] _reading =
    [
        LandPermission.See, LeasePermission.SeeAll, ResalePermission.SeeAll, PeoplePermission.See,
        PricingPermission.SeeRules, SeriesPermission.See, BallotPermission.See, BallotPermission.HoldKey,
        GovernancePermission.See, LabPermission.Use,
    ];

    private static readonly Dictionary<Role, string[]> _permissions = new()
    {
        [Role.Steward] =
        [
            .. _reading, BallotPermission.Run, GovernancePermission.Keep, GovernancePermission.Confirm,
            AuditPermission.See, AuditPermission.SeePersonal, AccountPermission.Manage,
            LandPermission.Edit, LandPermission.Dispose, LeasePermission.Edit, PeoplePermission.Edit,
            PricingPermission.AdoptRules, PricingPermission.DraftRules, PricingPermission.Determine,
            LabPermission.Publish,
            ResalePermission.Work, ResalePermission.Certify,
            ResalePermission.SeeBuyersPapers, ResalePermission.DeclareInterest,
            SeriesPermission.Import, MembersPermission.See, MembersPermission.Keep, MembersPermission.Decide,
            MembersPermission.SeeDues, MembersPermission.KeepDues, MailPermission.See,
        ],
        [Role.Approver] =
        [
            .. _reading, LeasePermission.ApproveCorrection, PricingPermission.Approve, ResalePermission.ConfirmClosing,
            ResalePermission.SeeBuyersPapers, ResalePermission.DeclareInterest, GovernancePermission.Confirm,
        ],
        [Role.Treasurer] =
        [
            .. _reading, AuditPermission.See, ResalePermission.DeclareInterest, MembersPermission.See,
            MembersPermission.SeeDues, MembersPermission.KeepDues,
        ],
        [Role.Board] =
        [
            .. _reading, AuditPermission.See, LeasePermission.ApproveCorrection, PricingPermission.Approve,
            PricingPermission.DraftRules, LabPermission.Publish,
            ResalePermission.ConfirmClosing, ResalePermission.Certify, ResalePermission.Override,
            ResalePermission.SeeBuyersPapers, ResalePermission.DeclareInterest, MembersPermission.See,
            MembersPermission.Decide, GovernancePermission.Keep, GovernancePermission.Confirm,
        ],
        [Role.Leaseholder] =
        [
            LeasePermission.SeeOwn, PeoplePermission.SeeOwn, ResalePermission.SeeOwn, PricingPermission.SeeRules,
            SeriesPermission.See, BallotPermission.See, MembersPermission.Own, GovernancePermission.See,
        ],
        [Role.Auditor] =
        [
            .. _reading, AuditPermission.See, AuditPermission.SeePersonal, ResalePermission.SeeBuyersPapers,
            MembersPermission.See, MembersPermission.SeeDues,
        ],
        [Role.Member] = [PeoplePermission.SeeOwn, MembersPermission.Own, BallotPermission.See,
            GovernancePermission.See],
    };

    /// <summary>Every permission that some role stands for.</summary>
    public static IReadOnlySet<string> All { get; } = Of(Enum.GetValues<Role>());

    /// <summary>The roles that stand for a permission.</summary>
    public static IEnumerable<Role> With(string permission) =>
        _permissions.Where(p => p.Value.Contains(permission)).Select(p => p.Key).Order();

    /// <summary>True for roles that approve or confirm, as the second of two people, what another prepared.</summary>
    public static bool Approves(Role role) => _permissions[role].Intersect(
        [PricingPermission.Approve, ResalePermission.ConfirmClosing, LeasePermission.ApproveCorrection]).Any();

    /// <summary>The permissions of someone with these roles; everyone may manage their own sign-in.</summary>
    public static IReadOnlySet<string> Of(IEnumerable<Role> roles) =>
        roles.SelectMany(r => _permissions[r]).Append(AccountPermission.Own).ToHashSet(StringComparer.Ordinal);
}
