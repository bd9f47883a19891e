using Commonstead.Platform.Web;

namespace Commonstead.Platform.Mail;

/// <summary>Messages that leave by mail.</summary>
public static class MailModule
{
    /// <summary>Adds the outbox, its pages and its worker.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services) => services
        .AddScoped<Outbox>().AddScoped<MailRegister>().AddScoped<SendAgain>()
        .AddSingleton(new NavigationEntry("Mail", "/mail", MailPermission.See, 85));
}
