using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Imports;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Land;

/// <summary>A stored GeoJSON file whose parcels are to be entered.</summary>
public sealed class ImportParcelsInput
{
    /// <summary>Names the stored file.</summary>
    [Required, RegularExpression("[0-9a-f]{64}", ErrorMessage = "Choose the file again.")]
    public string File { get; set; } = "";
}

/// <summary>Why parcels are not imported.</summary>
public enum ImportParcelsRefusal
{
    /// <summary>The file is looked at before it is imported.</summary>
    [Says("The file did not arrive. Choose it again.", Field = nameof(ImportParcelsInput.File))]
    NoFile,

    /// <summary>All or nothing: one wrong feature, and none is entered.</summary>
    [Says("{0}: {1}")]
    Trouble,
}

/// <summary>How many parcels were entered.</summary>
public readonly record struct ImportedParcels(int Count);

/// <summary>Enters all parcels of a GeoJSON file, or none.</summary>
[Needs(LandPermission.Edit)]
[Does("Parcels imported from a map file")]
public sealed class ImportParcels(TrustDb db, Acting acting, LandRegister land, RunningImports running)
    : IOperation<ImportParcelsInput, ImportedParcels>
{
    /// <inheritdoc/>
    public async Task<Outcome<ImportedParcels>> Run(ImportParcelsInput input)
    {
        using var progress = running.Begin(acting.Trust, input.File);
        ParcelFile read;
        try
        {
            await using var file = acting.Trust.Documents.Open(input.File);
            read = await land.ParcelsIn(file, share => progress.Tell(share / 2));
        }
        catch (FileNotFoundException)
        {
            return ImportParcelsRefusal.NoFile;
        }

        if (read.TroubleCount > 0)
        {
            return Outcome<ImportedParcels>.Refused(
                [.. read.Troubles.Select(t => new Refusal(ImportParcelsRefusal.Trouble, t.Where, t.What))]);
        }

        for (var index = 0; index < read.Parcels.Count; index++)
        {
            Enter(read.Parcels[index]);
            progress.Tell(0.5 + (0.4 * index / read.Parcels.Count));
        }

        return new ImportedParcels(read.Parcels.Count);
    }

    private void Enter(FileParcel row)
    {
        var parcel = new Parcel();
        row.Facts.WriteTo(parcel);
        if (row.Outline is { } outline)
        {
            parcel.MeasureFrom(outline);
            db.Add(new Outline { ParcelId = parcel.Id, GeoJson = outline.ToGeoJson() });
        }

        db.Add(parcel);
    }
}
