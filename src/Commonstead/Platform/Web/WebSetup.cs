using System.Globalization;
using System.IO.Compression;
using Commonstead.Platform.Documents;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Localization;

namespace Commonstead.Platform.Web;

/// <summary>
/// Puts the pages together: Razor Pages over the whole source tree, words, cultures, headers and assets.
/// </summary>
public static class WebSetup
{
    // Interface text is English for now, in the two countries that the program knows the law of.
    private static readonly string[] _cultures = ["en-US", "en-GB"];

    /// <summary>
    /// Registers what pages need. Navigation comes from the capabilities, as <see cref="NavigationEntry"/>.
    /// </summary>
    public static WebApplicationBuilder AddWeb(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets();
        var services = builder.Services;
        services.AddLocalization();
        services.AddScoped<PageFrame>();
        foreach (var entry in Glossary.Common) services.AddSingleton(entry);
        services.AddSingleton<IStringLocalizer>(all => all.GetRequiredService<IStringLocalizer<Words>>());
        services.AddRazorPages(pages => pages.RootDirectory = "/")
            .AddMvcOptions(mvc => mvc.ModelBinderProviders.Insert(0, new MoneyBinderProvider()))
            .AddMvcOptions(mvc => mvc.Filters.Add(new KnownForms()))
            .AddDataAnnotationsLocalization(words =>
                words.DataAnnotationLocalizerProvider = (_, factory) => factory.Create(typeof(Words)));
        services.AddOptions<MvcOptions>().Configure<IStringLocalizer<Words>>(SayPlainly);
        services.Configure<RazorViewEngineOptions>(razor =>
        {
            razor.PageViewLocationFormats.Add("/Platform/Web/Listings/{0}.cshtml");
            razor.PageViewLocationFormats.Add("/Platform/Web/Elements/{0}.cshtml");
            razor.PageViewLocationFormats.Add("/Platform/Documents/{0}.cshtml");
        });
        services.AddOpenApi("v1", api => api.ShouldInclude = IsOfTheApi);
        services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/geo+json", "text/csv"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        return builder;
    }

    /// <summary>
    /// The part of the pipeline that belongs to pages. It runs after the trust of the request is known, because words
    /// follow the trust's country, and before authentication.
    /// </summary>
    public static WebApplication UseWeb(this WebApplication app)
    {
        app.UseResponseCompression();
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/problem/500", createScopeForErrors: false);
        app.UseStatusCodePagesWithReExecute("/problem/{0}");
        app.UseRequestLocalization(Localization());
        return app;
    }

    /// <summary>Maps the pages and their fingerprinted assets.</summary>
    public static WebApplication MapWeb(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapDocuments();
        app.MapOpenApi();
        return app;
    }

    // What is said of a value that cannot even be read, before any rule is asked.
    private static void SayPlainly(MvcOptions mvc, IStringLocalizer<Words> words)
    {
        var says = mvc.ModelBindingMessageProvider;
        says.SetValueMustNotBeNullAccessor(_ => words["Fill this in."]);
        says.SetMissingKeyOrValueAccessor(() => words["Fill this in."]);
        says.SetMissingBindRequiredValueAccessor(_ => words["Fill this in."]);
        says.SetAttemptedValueIsInvalidAccessor((value, _) => words["“{0}” cannot be read here.", value]);
        says.SetNonPropertyAttemptedValueIsInvalidAccessor(value => words["“{0}” cannot be read here.", value]);
        says.SetUnknownValueIsInvalidAccessor(_ => words["This cannot be read."]);
        says.SetValueMustBeANumberAccessor(_ => words["Enter a number."]);
        says.SetNonPropertyValueMustBeANumberAccessor(() => words["Enter a number."]);
    }

    private static bool IsOfTheApi(ApiDescription endpoint) =>
        endpoint.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) == true;

    // Words, dates and numbers are the trust's, whatever the reader's browser asks for: "ground rent" and "lease fee"
    // are terms of its law, and two people who look at one certificate must read the same day on it.
    private static RequestLocalizationOptions Localization()
    {
        var options = new RequestLocalizationOptions()
            .SetDefaultCulture("en-US")
            .AddSupportedCultures(_cultures)
            .AddSupportedUICultures(_cultures);
        options.RequestCultureProviders =
        [
            new CustomRequestCultureProvider(context => Task.FromResult<ProviderCultureResult?>(
                new(context.RequestServices.GetRequiredService<PageFrame>().Culture.Name))),
        ];
        return options;
    }
}
