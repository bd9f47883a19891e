using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Commonstead.Land;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Commonstead.Platform.Imports;
using Commonstead.Platform.Operations;

namespace Commonstead.Leases;

/// <summary>A file of leases among the trust's documents.</summary>
public sealed class ImportLeasesInput
{
    /// <summary>SHA-256 of its content.</summary>
    [Required(ErrorMessage = "Choose a file."), RegularExpression("^[0-9a-f]{64}$", ErrorMessage = "Choose a file.")]
    public string Hash { get; set; } = "";
}

/// <summary>Why a file of leases is not imported.</summary>
public enum ImportLeasesRefusal
{
    /// <summary>The file must be there.</summary>
    [Says("The file is no longer there. Choose it again.", Kind = RefusalKind.NotFound)]
    FileGone,

    /// <summary>All or nothing.</summary>
    [Says("Nothing was imported: the file has {0} problems. The first is in row {1}.")]
    FileHasProblems,
}

/// <summary>What an import brought.</summary>
/// <param name="Leases">How many leases.</param>
/// <param name="Homes">How many homes that were not in the register.</param>
/// <param name="Hash">SHA-256 of the file.</param>
public sealed record ImportedLeases(int Leases, int Homes, string Hash) : IBulkResult
{
    /// <inheritdoc/>
    public string Attested => string.Create(
        CultureInfo.InvariantCulture, $"{Leases} leases and {Homes} homes from the file with SHA-256 {Hash}");
}

/// <summary>Enters the homes and leases of a CSV file, all or none.</summary>
[Needs(LeasePermission.Edit)]
[Does("Leases and homes imported")]
public sealed class ImportLeases(TrustDb db, Acting acting, LeaseFileCheck check, IHomeEntry homes,
    HolderEvents holders, RunningImports running)
    : IOperation<ImportLeasesInput, ImportedLeases>
{
    /// <inheritdoc/>
    public async Task<Outcome<ImportedLeases>> Run(ImportLeasesInput input)
    {
        if (await StoredFile.Load(acting, input.Hash) is not { } content) return ImportLeasesRefusal.FileGone;
        using var told = running.Begin(acting.Trust, input.Hash);
        var plan = await check.Check(content, (done, all) => told.Tell(0.5 * done / all));
        if (plan.Problems is [var first, ..])
            return new Refusal(ImportLeasesRefusal.FileHasProblems, plan.Problems.Count, first.Row);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        for (var place = 0; place < plan.Homes.Count; place++)
        {
            homes.Enter(plan.Homes[place]);
            told.Tell(0.5 + (0.3 * place / plan.Homes.Count));
        }

        db.AddRange(plan.Leases.SelectMany(l => l.Records));
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        if (await holders.Raise() is { Count: > 0 } refused) return Outcome<ImportedLeases>.Refused(refused);
        return new ImportedLeases(plan.Leases.Count, plan.Homes.Count, input.Hash);
    }
}
