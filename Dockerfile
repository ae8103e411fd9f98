FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY Insiders.Core/Insiders.Core.csproj Insiders.Core/
COPY Insiders.Web/Insiders.Web.csproj Insiders.Web/Publish.targets Insiders.Web/
RUN dotnet restore Insiders.Web
COPY . .
RUN dotnet publish Insiders.Web -c Release -o /app

# What is published brings .NET along. The image has ICU, which Portuguese numbers and dates need.
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0
WORKDIR /app
COPY --from=build /app .
RUN mkdir /data && chown $APP_UID /data
USER $APP_UID
ENV ASPNETCORE_HTTP_PORTS=8080 Insiders__DataFolder=/data
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["./Insiders.Web"]
