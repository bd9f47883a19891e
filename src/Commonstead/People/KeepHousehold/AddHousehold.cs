using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;

namespace Commonstead.People;

/// <summary>A new household.</summary>
public sealed class AddHouseholdInput
{
    /// <summary>What staff call it.</summary>
    [Required(ErrorMessage = "Enter a name for the household.")]
    [StringLength(120, ErrorMessage = "The name is longer than 120 characters.")]
    [Display(Name = "Name of the household")]
    public string Name { get; set; } = "";
}

/// <summary>Enters a household; its members join one by one, each from a date.</summary>
[Needs(PeoplePermission.Edit)]
[Does("Household entered")]
public sealed class AddHousehold(TrustDb db) : IOperation<AddHouseholdInput, HouseholdId>
{
    /// <inheritdoc/>
    public Task<Outcome<HouseholdId>> Run(AddHouseholdInput input)
    {
        var household = new Household { Name = input.Name.Trim(), Search = SearchText.Of(input.Name) };
        db.Add(household);
        return Task.FromResult<Outcome<HouseholdId>>(household.Id);
    }
}
