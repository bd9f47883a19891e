using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;

namespace Commonstead.Land;

/// <summary>A new home.</summary>
public sealed class AddHomeInput : HomeFacts;

/// <summary>Enters a home in the register; refusals are <see cref="HomeRefusal"/>.</summary>
[Needs(LandPermission.Edit)]
[Does("Home entered")]
public sealed class AddHome(TrustDb db, Acting acting, HomeRules rules) : IOperation<AddHomeInput, HomeId>
{
    /// <inheritdoc/>
    public async Task<Outcome<HomeId>> Run(AddHomeInput input)
    {
        if (await rules.Check(input) is { } refused) return refused;
        var home = new Home();
        input.WriteTo(home, acting.Profile.Measurement);
        db.Add(home);
        return home.Id;
    }
}
