using Commonstead.Platform.Web;

namespace Commonstead.Desk;

/// <summary>The first page after sign-in: what is due, what is late, what is waiting for the reader.</summary>
public static class DeskModule
{
    /// <summary>Adds the desk to the program.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddSingleton(new NavigationEntry("Desk", "/", null, 0));
}
