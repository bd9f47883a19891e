using Commonstead.Platform.Data;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Commonstead.Accounts;

/// <summary>Identity's store over the trust's own database.</summary>
internal sealed class AccountStore : UserOnlyStore<
    Account, TrustDb, Guid, AccountClaim, AccountLogin, AccountToken, AccountPasskey>
{
    // The runner saves, once, with the audit entry.
    public AccountStore(TrustDb db)
        : base(db) => AutoSaveChanges = false;

    // Identity asks for this whenever it saves an account.
    public override Task SetNormalizedEmailAsync(
        Account user, string? normalizedEmail, CancellationToken cancellationToken = default)
    {
        user.Index();
        return base.SetNormalizedEmailAsync(user, normalizedEmail, cancellationToken);
    }
}

internal sealed class AccountTables :
    IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<RoleGrant>, IEntityTypeConfiguration<AccountToken>,
    IEntityTypeConfiguration<AccountPasskey>, IEntityTypeConfiguration<AccountClaim>,
    IEntityTypeConfiguration<AccountLogin>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("account");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
        builder.HasIndex(a => a.NormalizedEmail).IsUnique();
        builder.HasIndex(a => a.NormalizedUserName).IsUnique();
        builder.HasIndex(a => a.Person);
        builder.HasIndex(a => a.DisplayName);
        builder.Ignore(a => a.AccountId).Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed);
        builder.HasMany(a => a.Roles).WithOne().HasForeignKey(g => g.AccountId);
        builder.HasMany<AccountToken>().WithOne().HasForeignKey(t => t.UserId);
        builder.HasMany<AccountPasskey>().WithOne().HasForeignKey(t => t.UserId);

        builder.Property(a => a.LockoutEnd).HasConversion<LockoutConverter>();
    }

    public void Configure(EntityTypeBuilder<RoleGrant> builder)
    {
        builder.ToTable("account_role");
        builder.HasIndex(g => new { g.AccountId, g.Role });
    }

    public void Configure(EntityTypeBuilder<AccountToken> builder)
    {
        builder.ToTable("account_token");
        builder.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
    }

    public void Configure(EntityTypeBuilder<AccountPasskey> builder)
    {
        builder.ToTable("account_passkey");
        builder.HasKey(p => p.CredentialId);
        builder.Property(p => p.CredentialId).HasMaxLength(1024);
        builder.OwnsOne(p => p.Data).ToJson();
    }

    public void Configure(EntityTypeBuilder<AccountClaim> builder) => builder.ToTable("account_claim");

    public void Configure(EntityTypeBuilder<AccountLogin> builder)
    {
        builder.ToTable("account_login");
        builder.HasKey(l => new { l.LoginProvider, l.ProviderKey });
    }

    /// <summary>Identity counts lockouts to an instant with an offset; both engines keep UTC instants only.</summary>
    internal sealed class LockoutConverter() : ValueConverter<DateTimeOffset?, DateTime?>(
        at => at == null ? (DateTime?)null : at.Value.UtcDateTime,
        at => at == null ? null : new DateTimeOffset(DateTime.SpecifyKind(at.Value, DateTimeKind.Utc)));
}
