namespace Commonstead.Accounts;

/// <summary>How anybody signs in to a demonstration, which holds nothing that needs guarding.</summary>
public static class DemonstrationSignIn
{
    /// <summary>The password of every account of a demonstration.</summary>
    public const string Password = "demonstration only";

    /// <summary>How the addresses of its accounts end; nobody can own such an address (RFC 2606).</summary>
    public const string Domain = "@demo.example";
}
