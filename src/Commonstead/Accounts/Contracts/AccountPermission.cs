namespace Commonstead.Accounts;

/// <summary>What may be done with accounts.</summary>
public static class AccountPermission
{
    /// <summary>Make accounts, give and take roles.</summary>
    public const string Manage = "accounts.manage";

    /// <summary>See and change one's own sign-in; everyone with an account has it.</summary>
    public const string Own = "accounts.own";
}
