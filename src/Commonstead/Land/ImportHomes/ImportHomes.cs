using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Commonstead.Platform.Imports;
using Commonstead.Platform.Operations;

namespace Commonstead.Land;

/// <summary>A file of homes among the trust's documents.</summary>
public sealed class ImportHomesInput
{
    /// <summary>SHA-256 of its content.</summary>
    [Required(ErrorMessage = "Choose a file."), RegularExpression("^[0-9a-f]{64}$", ErrorMessage = "Choose a file.")]
    public string Hash { get; set; } = "";
}

/// <summary>Why a file of homes is not imported.</summary>
public enum ImportHomesRefusal
{
    /// <summary>The file must be there.</summary>
    [Says("The file is no longer there. Choose it again.", Kind = RefusalKind.NotFound)]
    FileGone,

    /// <summary>All or nothing.</summary>
    [Says("Nothing was imported: the file has {0} problems. The first is in row {1}.")]
    FileHasProblems,
}

/// <summary>What an import brought.</summary>
/// <param name="Homes">How many homes.</param>
/// <param name="Hash">SHA-256 of the file.</param>
public sealed record ImportedHomes(int Homes, string Hash) : IBulkResult
{
    /// <inheritdoc/>
    public string Attested =>
        string.Create(CultureInfo.InvariantCulture, $"{Homes} homes from the file with SHA-256 {Hash}");
}

/// <summary>Enters the homes of a CSV file, all or none.</summary>
[Needs(LandPermission.Edit)]
[Does("Homes imported")]
public sealed class ImportHomes(TrustDb db, Acting acting, HomeFileCheck check, RunningImports running)
    : IOperation<ImportHomesInput, ImportedHomes>
{
    /// <inheritdoc/>
    public async Task<Outcome<ImportedHomes>> Run(ImportHomesInput input)
    {
        if (await StoredFile.Load(acting, input.Hash) is not { } content) return ImportHomesRefusal.FileGone;
        using var told = running.Begin(acting.Trust, input.Hash);
        var file = await check.Check(content, (done, all) => told.Tell(0.5 * done / all));
        if (file.Problems is [var first, ..])
            return new Refusal(ImportHomesRefusal.FileHasProblems, file.Problems.Count, first.Row);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var (_, facts) in file.Homes)
        {
            var home = new Home();
            facts.WriteTo(home, acting.Profile.Measurement);
            db.Add(home);
        }

        db.ChangeTracker.AutoDetectChangesEnabled = true;
        told.Tell(0.6);
        return new ImportedHomes(file.Homes.Count, input.Hash);
    }
}
