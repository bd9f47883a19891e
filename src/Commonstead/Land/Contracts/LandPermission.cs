namespace Commonstead.Land;

/// <summary>What may be done with the register of land and homes.</summary>
public static class LandPermission
{
    /// <summary>Read parcels and homes.</summary>
    public const string See = "land.see";

    /// <summary>Add and correct parcels and homes.</summary>
    public const string Edit = "land.edit";

    /// <summary>Ask to sell or remove land, which only the members may permit.</summary>
    public const string Dispose = "land.dispose";
}
