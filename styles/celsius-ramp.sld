<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd"
    xmlns="http://www.opengis.net/sld"
    xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <NamedLayer>
    <Name>celsius-ramp</Name>
    <UserStyle>
      <Name>celsius-ramp</Name>
      <Title>Air temperature (°C)</Title>
      <Abstract>For maps of temperature. Draws band 3, the mean of climate maps; ENV=band:1 in a request chooses another.</Abstract>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <Opacity>1.0</Opacity>
            <ChannelSelection>
              <GrayChannel>
                <SourceChannelName>
                  <ogc:Function name="env">
                    <ogc:Literal>band</ogc:Literal>
                    <ogc:Literal>3</ogc:Literal>
                  </ogc:Function>
                </SourceChannelName>
              </GrayChannel>
            </ChannelSelection>
            <ColorMap type="ramp">
              <ColorMapEntry color="#2C7BB6" quantity="-20" label="-20"/>
              <ColorMapEntry color="#ABD9E9" quantity="-5" label="-5"/>
              <ColorMapEntry color="#FFFFBF" quantity="10" label="10"/>
              <ColorMapEntry color="#FDAE61" quantity="20" label="20"/>
              <ColorMapEntry color="#D7191C" quantity="35" label="35"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
