using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;

namespace Commonstead.Lab;

/// <summary>A finished study to publish.</summary>
public sealed class PublishStudyInput
{
    /// <summary>What to call it.</summary>
    [Display(Name = "Call it"), Required(ErrorMessage = "Give the study a title that its readers understand.")]
    [StringLength(150, ErrorMessage = "The title is longer than 150 characters.")]
    public string Title { get; set; } = "";

    /// <summary>The page of the lab with its setting.</summary>
    [StringLength(8000, ErrorMessage = "The study's address is longer than 8,000 characters.")]
    public string Address { get; set; } = "";

    /// <summary>The study as it was computed.</summary>
    [JsonIgnore]
    public LabFile? File { get; set; }
}

/// <summary>
/// Publishes a study as a page for anybody who has its unlisted address, with the file that computes it again.
/// </summary>
[Needs(LabPermission.Publish)]
[Does("Study of the resale lab published")]
public sealed class PublishStudy(TrustDb db, Acting acting) : IOperation<PublishStudyInput, PublishedStudyId>
{
    /// <inheritdoc/>
    public Task<Outcome<PublishedStudyId>> Run(PublishStudyInput input)
    {
        if (input.File is not { } file) return Task.FromResult<Outcome<PublishedStudyId>>(CommonRefusal.NotFound);
        var code = PublicCode.New();
        var study = new PublishedStudy
        {
            Title = input.Title.Trim(),
            Code = code,
            CodeHash = PublicCode.HashOf(code),
            Address = input.Address,
            Content = file.ToJson(),
            PublishedOn = acting.Today,
        };
        db.Add(study);
        return Task.FromResult<Outcome<PublishedStudyId>>(study.Id);
    }
}
