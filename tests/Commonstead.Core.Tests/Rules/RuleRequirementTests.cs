namespace Commonstead.Core.Tests;

/// <summary>What must hold for a rule to name a price, as a clause prints it.</summary>
public class RuleRequirementTests
{
    [Fact]
    public void Requirements_AreAsWritten_WithTheirReasons() => Assert.Equal(
        [
            new RuleRequirement("sale_date >= purchase_date", "the sale cannot be before the purchase"),
            new RuleRequirement("appraisal_at_purchase > 0", "the appraisal at purchase must be more than zero"),
        ],
        LabPlaces.Rule("us/ratio-by-tenure").Requirements);
}
