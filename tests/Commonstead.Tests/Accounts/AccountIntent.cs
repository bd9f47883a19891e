using Commonstead.Accounts;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Tests.People;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Tests.Accounts;

/// <summary>What tests want done with accounts.</summary>
public static class AccountIntent
{
    /// <summary>Opens an account with a one-time password.</summary>
    public static async Task<OneTimePassword> OpenAccount(
        this TrustHost host, string email, Action<OpenAccountInput>? more = null)
    {
        await host.FoundTrusts();
        var input = new OpenAccountInput { Name = "Ona New", Email = email, Role = Role.Board };
        more?.Invoke(input);
        return (await host.AsSteward<OpenAccount, OpenAccountInput, OneTimePassword>(input)).Value;
    }

    /// <summary>An account as it is stored.</summary>
    public static async Task<Account> StoredAccount(this TrustHost host, string email)
    {
        await host.FoundTrusts();
        await using var db = host.Trust.NewDb();
        return await db.Set<Account>().AsNoTracking().Include(a => a.Roles).SingleAsync(a => a.Email == email);
    }

    /// <summary>The actor behind an account.</summary>
    public static Actor ActorOf(Account account, params Role[] roles) =>
        new(RecordIds.Text(account.Id), account.DisplayName, RoleTable.Of(roles), account.Person?.Value);
}
