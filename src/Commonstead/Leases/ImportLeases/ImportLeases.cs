using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Commonstead.Land;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
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
public sealed class ImportLeases(TrustDb db, Acting acting, LeaseFileCheck check, IHomeEntry homes)
    : IOperation<ImportLeasesInput, ImportedLeases>
{
    /// <summary>Is told how many of how many rows are checked.</summary>
    internal Action<int, int>? Progress { get; set; }

    /// <inheritdoc/>
    public async Task<Outcome<ImportedLeases>> Run(ImportLeasesInput input)
    {
        if (await LeaseFile.Load(acting, input.Hash) is not { } content) return ImportLeasesRefusal.FileGone;
        var plan = await check.Check(content, Progress);
        if (plan.Problems is [var first, ..])
            return new Refusal(ImportLeasesRefusal.FileHasProblems, plan.Problems.Count, first.Row);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var home in plan.Homes)
        {
            var entered = await homes.Enter(home, isTrial: false);
            if (!entered.IsDone) return Outcome<ImportedLeases>.Refused(entered.Refusals);
        }

        db.AddRange(plan.Leases.SelectMany(l => l.Records));
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        return new ImportedLeases(plan.Leases.Count, plan.Homes.Count, input.Hash);
    }
}

/// <summary>Finds a file of leases among the trust's documents.</summary>
internal static class LeaseFile
{
    /// <summary>Its bytes, or null when there is none or it is larger than a file of leases may be.</summary>
    public static async Task<byte[]?> Load(Acting acting, string hash)
    {
        try
        {
            await using var stream = acting.Trust.Documents.Open(hash);
            if (stream.Length > LeaseCsv.LargestBytes) return null;
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes);
            return bytes;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
